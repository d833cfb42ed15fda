package io.tongban.platform.test;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the sample service makes. */
@Repository
class Things {

    private final JdbcClient jdbc;

    Things(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    UUID make(String name) {
        return jdbc.sql("insert into thing (name) values (:name) returning id")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** Each statement takes less time than one may, and all of them together more than a transaction may. */
    @Transactional
    UUID makeByManyStatements(String name) {
        UUID id = make(name);
        for (int i = 0; i < 8; i++) {
            jdbc.sql("select pg_sleep(1)").query(String.class).single();
        }
        return id;
    }

    /** Breaks the primary key, and the server's message would say with which value. */
    void makeTwice(String name) {
        jdbc.sql("insert into thing (id, name) select id, :name from (values (:id), (:id)) as twice (id)")
                .param("name", name)
                .param("id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    int count(String name) {
        return jdbc.sql("select count(*) from thing where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
