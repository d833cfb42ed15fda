package io.tongban.permit.casefile.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.division.Succession;
import io.tongban.engine.library.StandardsLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds a case when the community of the residence has passed to another district. */
class HoldersTests {

    private static final LocalDate IN_2017 = LocalDate.of(2017, 4, 6);

    private final Authorities authorities =
            AuthoritiesFile.read(StandardsLibrary.builtIn().authorities());
    private final Holders holders = new Holders(authorities, Succession.published());

    @ParameterizedTest
    @CsvSource({
        "police-330104, 330104008008, 2021-04-08, police-330104", // 钱江苑
        "police-330104, 330104008008, 2021-04-09, police-330102",
        "civil-affairs-330104, 330104008008, 2021-04-09, civil-affairs-330102",
        "police-330104, 330104010005, 2021-04-08, police-330104", // 七格
        "police-330104, 330104010005, 2021-04-09, police-330114",
        "police-330109, 330109013008, 2022-12-31, police-330109", // 佳境
        "police-330109, 330109013008, 2023-01-01, police-330109",
        "police-330110, 330110001001, 2021-04-09, police-330113", // a community of 临平
        "police-330185, 330185002001, 2017-08-01, police-330112",
        "police-330106, 330106002051, 2026-11-30, police-330106",
    })
    void theHolderFollowsTheCommunity(AuthorityId responsible, String division, LocalDate on, AuthorityId holder) {
        assertThat(holderOn(responsible, division, on)).isEqualTo(holder);
    }

    @ParameterizedTest
    @CsvSource({
        "police-330110, 330110001018, police-330113", // abolished; its street passed to 临平
        "police-330104, 330104013008, police-330102", // 赵家
        "police-330182, 330182108002, police-330182", // 凤凰, which is not the one in 西湖
    })
    void whereNobodyFollowsTheCommunityTheHolderFollowsItsStreet(
            AuthorityId responsible, String division, AuthorityId holder) {
        assertThat(holderOn(responsible, division, LocalDate.of(2026, 11, 30))).isEqualTo(holder);
    }

    @Test
    void whereTheDistrictHasNoBodyOfTheKindTheBodysSuccessorHolds() {
        Authority.Name name = new Authority.Name("甲", "A");
        AuthorityId former = new AuthorityId("pensions-1");
        AuthorityId next = new AuthorityId("pensions-2");
        Authorities ofTheKind = new Authorities(List.of(
                new Authority(former, "pensions", name, Set.of("330104"), null, LocalDate.of(2018, 12, 31), next),
                new Authority(next, "pensions", name, Set.of("330106"), null, null, null)));

        assertThat(new Holders(ofTheKind, Succession.published())
                        .holderOn(former, "330104008008", IN_2017, LocalDate.of(2021, 4, 9))
                        .id())
                .isEqualTo(next);
    }

    /** The list of the bodies and that of the changes are two files; they must tell of the same days. */
    @Test
    void everyDistrictThatADivisionPassesToHasItsBodiesOnThatDay() throws IOException {
        assertThat(changes()).hasSizeGreaterThan(1000).allSatisfy(change -> {
            String[] fields = change.split(",", -1);
            String district = fields[1].isEmpty() ? "330102" : fields[1].substring(0, 6);
            LocalDate on = LocalDate.parse(fields[4]);
            assertThat(authorities.responsibleFor("police", district, on)).isPresent();
            assertThat(authorities.responsibleFor("civil-affairs", district, on))
                    .isPresent();
        });
    }

    private AuthorityId holderOn(AuthorityId responsible, String division, LocalDate on) {
        return holders.holderOn(responsible, division, IN_2017, on).id();
    }

    private static List<String> changes() throws IOException {
        try (InputStream file = Succession.class.getResourceAsStream("/network/succession.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }
}
