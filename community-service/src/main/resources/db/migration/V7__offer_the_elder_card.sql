-- The card for the elderly is an item of the civil affairs bureaux. Its windows are added by the tiers that open them.
insert into service_item (id, name_zh, name_en)
values ('elder-card', '浙江省老年优待证', 'Zhejiang card of preferential treatment for the elderly');

insert into authority (id, name)
values ('civil-affairs-330102', '杭州市上城区民政局'),
       ('civil-affairs-330103', '杭州市下城区民政局'),
       ('civil-affairs-330104', '杭州市江干区民政局'),
       ('civil-affairs-330105', '杭州市拱墅区民政局'),
       ('civil-affairs-330106', '杭州市西湖区民政局'),
       ('civil-affairs-330108', '杭州市滨江区民政局'),
       ('civil-affairs-330109', '杭州市萧山区民政局'),
       ('civil-affairs-330110', '杭州市余杭区民政局'),
       ('civil-affairs-330111', '杭州市富阳区民政局'),
       ('civil-affairs-330122', '桐庐县民政局'),
       ('civil-affairs-330127', '淳安县民政局'),
       ('civil-affairs-330182', '建德市民政局'),
       ('civil-affairs-330185', '临安市民政局'),
       ('civil-affairs-330112', '杭州市临安区民政局'),
       ('civil-affairs-330113', '杭州市临平区民政局'),
       ('civil-affairs-330114', '杭州市钱塘区民政局');
