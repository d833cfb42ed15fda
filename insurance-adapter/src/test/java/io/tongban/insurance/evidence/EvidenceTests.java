package io.tongban.insurance.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.insurance.page.BureauHtml;
import io.tongban.insurance.query.Asking;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.source.Exchange;
import io.tongban.insurance.source.RawAnswer;
import io.tongban.insurance.source.SilenceCause;
import io.tongban.platform.crypto.DecryptionRefused;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

@InsuranceServiceTest
class EvidenceTests {

    private static final String PAGE = page(1, 2, row("201701"), row("201702"));

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @Autowired
    private TestDatabase database;

    @Autowired
    private QueryRegister register;

    @Autowired
    private EvidenceArchive archive;

    @Autowired
    private FieldEncryption encryption;

    @BeforeEach
    void reset() {
        bureaux.reset();
        bureaux.answer(bureaux.jianggan(), 2017, "11", 1, PAGE);
    }

    @Test
    void keepsWhatWasAnsweredByWhomWhenAndWhatFor() {
        UUID evidence = evidenceId(ask(new Asking().with("case", "0199-case")));

        Map<String, Object> query =
                database.asRuntime().sql("""
                        select caller, client, actor, purpose, case_ref, areas::text as areas,
                               kinds::text as kinds, from_month, as_of, duplicate_rows
                        from contribution_query query join evidence on evidence.query_id = query.id
                        where query.id = :id
                        """).param("id", evidence).query().singleRow();
        assertThat(query)
                .containsEntry("caller", "service-account-permit-service")
                .containsEntry("client", "permit-service")
                .containsEntry("actor", "clerk-community-330104008008")
                .containsEntry("purpose", "residence-permit/R1")
                .containsEntry("case_ref", "0199-case")
                .containsEntry("areas", "{330104}")
                .containsEntry("kinds", "{11}")
                .containsEntry("as_of", Date.valueOf("2017-04-06"));

        SentBySources sent = archive.sent(new QueryId(evidence)).orElseThrow();
        assertThat(sent.exchanges())
                .extracting(Exchange::source, Exchange::kind, Exchange::year, Exchange::page, Exchange::status)
                .containsExactlyInAnyOrder(
                        tuple("jianggan", Kind.PENSION, 2017, 1, 200), tuple("jianggan", Kind.PENSION, 2016, 1, 200));
        assertThat(textOf(sent, 2017)).isEqualTo(PAGE);
        assertThat(textOf(sent, 2016)).isEqualTo(BureauHtml.page(1, 0));
        assertThat(sent.rows()).extracting(row -> row.get("AAE003")).containsExactlyInAnyOrder("201701", "201702");
    }

    private static String textOf(SentBySources sent, int year) {
        return sent.exchanges().stream()
                .filter(exchange -> exchange.year() == year)
                .map(exchange ->
                        new String(Objects.requireNonNull(exchange.answer()).bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsFailedExchangesToo() {
        bureaux.answerAll(bureaux.jianggan(), aResponse().withStatus(503).withBody("busy"));

        UUID evidence = evidenceId(ask(new Asking()));

        List<Exchange> exchanges =
                archive.sent(new QueryId(evidence)).orElseThrow().exchanges();
        assertThat(exchanges).hasSize(6).allSatisfy(exchange -> {
            assertThat(exchange.status()).isEqualTo(503);
            assertThat(exchange.silence()).isEqualTo(SilenceCause.TROUBLE);
            assertThat(Objects.requireNonNull(exchange.answer()).length()).isEqualTo(4);
        });
        assertThat(database.asRuntime()
                        .sql("select silences::text from evidence where query_id = :id")
                        .param("id", evidence)
                        .query(String.class)
                        .single())
                .isEqualTo("{\"jianggan\": {\"11\": {\"2016\": \"TROUBLE\", \"2017\": \"TROUBLE\"}}}");
    }

    @Test
    void keepsNothingPersonalInTheClear() {
        ask(new Asking());

        for (String table : List.of("contribution_query", "source_exchange", "evidence", "query_failure")) {
            String everything = String.join(
                    "\n",
                    database.asOwner()
                            .sql("select row::text from %s row".formatted(table))
                            .query(String.class)
                            .list());
            for (String personal : List.of(Asking.ID_NUMBER, Asking.NAME, "杭州甲科技有限公司", "AAE003", "30010001")) {
                assertThat(everything)
                        .as("%s in %s", personal, table)
                        .doesNotContain(personal)
                        .doesNotContain(HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void aCipherTextIsOfNoUseInAnotherRow() {
        UUID first = evidenceId(ask(new Asking()));
        UUID second = evidenceId(ask(new Asking()));
        byte[] cipher = database.asOwner()
                .sql("select jws from evidence where query_id = :id")
                .param("id", first)
                .query(byte[].class)
                .single();

        assertThatExceptionOfType(DecryptionRefused.class)
                .isThrownBy(() -> encryption.decryptLarge(cipher, "evidence:" + second + ":jws"));
        assertThat(encryption.decryptLargeText(cipher, "evidence:" + first + ":jws"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contribution_query", "source_exchange", "evidence", "query_failure"})
    void theServiceCannotChangeOrRemoveWhatIsOnRecord(String table) {
        ask(new Asking());
        for (String change : List.of(
                "update %s set %s = %2$s",
                "delete from %s where %s is null",
                "truncate %s",
                "drop table %s",
                "alter table %s disable trigger all")) {
            String column = table.equals("query_failure") ? "query_id" : "id";
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> database.asRuntime()
                            .sql(change.formatted(table, column))
                            .update())
                    .havingRootCause()
                    .withMessageMatching("(?s).*(permission denied for table|must be owner of table).*");
        }
        assertThat(database.asRuntime()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .isNotNull();
    }

    @Test
    void signsWhatItHandsOutSoThatAnyoneCanCheckIt() throws Exception {
        DocumentContext answer = ask(new Asking());
        JWSObject signed = JWSObject.parse(answer.read("$.jws"));
        ECKey key = (ECKey) publicKeys().getKeyByKeyId(signed.getHeader().getKeyID());

        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(signed.getHeader().getType().getType()).isEqualTo("contribution-record+jws");
        Map<String, Object> handedOut = answer.read("$");
        Map<String, Object> payload =
                JsonPath.parse(signed.getPayload().toString()).read("$");
        assertThat(payload.keySet())
                .containsExactlyInAnyOrder("evidenceId", "asOf", "coverage", "rows", "duplicateRows");
        payload.forEach((name, value) -> assertThat(handedOut).containsEntry(name, value));
        assertThat(payload.get("rows"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void aChangedRowBreaksTheSignature() throws Exception {
        JWSObject signed = JWSObject.parse(ask(new Asking()).read("$.jws"));
        ECKey key = (ECKey) publicKeys().getKeyByKeyId(signed.getHeader().getKeyID());
        String changed = signed.getPayload().toString().replace("\"posted\":\"1\"", "\"posted\":\"0\"");
        assertThat(changed).isNotEqualTo(signed.getPayload().toString());

        JWSObject forged =
                new JWSObject(signed.getHeader().toBase64URL(), Base64URL.encode(changed), signed.getSignature());

        assertThat(forged.verify(new ECDSAVerifier(key))).isFalse();
    }

    @Test
    void keepsTheSignatureAsItWasHandedOut() {
        DocumentContext answer = ask(new Asking());

        assertThat(archive.jws(new EvidenceId(evidenceId(answer)))).contains(answer.read("$.jws"));
    }

    @Test
    void findsEvidenceThatHasAnIdOfItsOwn() {
        UUID query =
                evidenceId(ask(new Asking().with("identity", Map.of("idNumber", "330106196001010022", "name", "孙七"))));
        UUID own = UUID.fromString("00000000-0000-7000-8000-00000000a001");
        database.asOwner()
                .sql("""
                        update evidence set id = :own, jws = :jws, raw_rows = 'x', sources = null where query_id = :query
                        """)
                .param("own", own)
                .param("jws", encryption.encrypt("as it was", "evidence:" + own + ":jws"))
                .param("query", query)
                .update();

        assertThat(archive.jws(new EvidenceId(own))).contains("as it was");
        assertThat(archive.jws(new EvidenceId(query))).as("is no evidence").isEmpty();
        assertThat(archive.sent(new QueryId(query))).as("is in source_exchange").isEmpty();
        assertThat(register.about(Identity.of("330106196001010022", "孙七")))
                .extracting(RegisteredQuery::evidence)
                .containsExactly(new EvidenceId(own));
    }

    @Test
    void keepsMoreThanOnePartHolds() {
        byte[] long1 = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(long1);
        QueryId query = register.enter(new AskedQuery(
                Identity.of("330106195001010028", "周八"),
                Set.of(new Area("330104")),
                Set.of(Kind.PENSION),
                YearMonth.of(2017, 1),
                new Reason("residence-permit/R1", null, "clerk", "service", null)));
        Instant at = Instant.parse("2017-04-06T01:00:00Z");
        List<Exchange> exchanges = List.of(
                new Exchange("jianggan", Kind.PENSION, 2017, 1, at, at, 200, new RawAnswer(long1), null),
                new Exchange("jianggan", Kind.PENSION, 2017, 2, at, at, null, null, SilenceCause.TIMED_OUT),
                new Exchange("jianggan", Kind.PENSION, 2017, 3, at, at, 200, new RawAnswer(long1), null));

        archive.insert(
                query,
                new ContributionRecord(LocalDate.of(2017, 4, 6), List.of(), List.of(), 0),
                new EvidenceArchive.Sealed("jws", new SentBySources(exchanges, List.of()), "{}"));

        List<Exchange> kept = archive.sent(query).orElseThrow().exchanges();
        assertThat(kept).extracting(Exchange::page).containsExactly(1, 2, 3);
        assertThat(Objects.requireNonNull(kept.getFirst().answer()).bytes()).isEqualTo(long1);
        assertThat(kept.get(1).answer()).isNull();
        assertThat(Objects.requireNonNull(kept.getLast().answer()).bytes()).isEqualTo(long1);

        byte[][] whole = database.asOwner()
                .sql("select sources from evidence where query_id = :id")
                .param("id", query.value())
                .query((row, number) -> (byte[][]) row.getArray("sources").getArray())
                .single();
        for (byte[][] changed : List.of(
                new byte[][] {whole[0]}, new byte[][] {whole[0], whole[1], whole[1]}, new byte[][] {whole[1], whole[0]
                })) {
            database.asOwner()
                    .sql("update evidence set sources = :sources where query_id = :id")
                    .param("sources", changed)
                    .param("id", query.value())
                    .update();
            assertThatExceptionOfType(DecryptionRefused.class).isThrownBy(() -> archive.sent(query));
        }
    }

    @Test
    void publishesNoPrivateKey() {
        assertThat(publicKeys().getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
    }

    @Test
    void findsAllQueriesAboutAPersonWhicheverWayTheNumberIsWritten() {
        UUID evidence =
                evidenceId(ask(new Asking().with("identity", Map.of("idNumber", "330106800101001", "name", "李四"))));

        List<RegisteredQuery> found = register.about(Identity.of("３３０１０６１９８００１０１００１３", "李四"));

        assertThat(found).singleElement().satisfies(query -> {
            assertThat(query.evidence()).isEqualTo(new EvidenceId(evidence));
            assertThat(query.reason().purpose()).isEqualTo("residence-permit/R1");
        });
        assertThat(register.about(Identity.of("330106198001010021", "李四"))).isEmpty();
    }

    @Test
    void showsThatAQueryFailedWhereItsEvidenceCannotBeKept() {
        String person = "339999198001010019";
        Asking asking = new Asking().with("identity", Map.of("idNumber", person, "name", "赵五"));
        database.asOwner()
                .sql("revoke insert on evidence from " + database.runtimeRole())
                .update();
        try {
            asking.send(http, tokens)
                    .expectStatus()
                    .is5xxServerError()
                    .expectBody()
                    .jsonPath("$.rows")
                    .doesNotExist();
        } finally {
            database.asOwner()
                    .sql("grant insert on evidence to " + database.runtimeRole())
                    .update();
        }

        List<RegisteredQuery> found = register.about(Identity.of(person, "赵五"));

        assertThat(found)
                .singleElement()
                .satisfies(query -> assertThat(query.evidence()).isNull());
        QueryId query = found.getFirst().id();
        assertThat(count("query_failure", query)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contribution_query_person | select id from contribution_query where person_index = 'x' order by asked_at desc
            source_exchange_query     | select id from source_exchange where query_id = '00000000-0000-7000-8000-000000000000'
            evidence_pk               | select jws from evidence where query_id = '00000000-0000-7000-8000-000000000000'
            evidence_id_of_its_own    | select jws from evidence where id = '00000000-0000-7000-8000-000000000000'
            """)
    void hasAnIndexForEachQuestion(String index, String question) {
        JdbcClient withoutScans = JdbcClient.create(new DriverManagerDataSource(
                database.url() + (database.url().contains("?") ? "&" : "?") + "options=-c%20enable_seqscan=off",
                database.ownerRole(),
                database.password()));

        String plan = String.join(
                "\n",
                withoutScans.sql("explain " + question).query(String.class).list());

        assertThat(plan).contains(index);
    }

    private long count(String table, QueryId query) {
        return database.asOwner()
                .sql("select count(*) from %s where query_id = :id".formatted(table))
                .param("id", query.value())
                .query(Long.class)
                .single();
    }

    private DocumentContext ask(Asking asking) {
        byte[] body = asking.send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
    }

    private static UUID evidenceId(DocumentContext answer) {
        return UUID.fromString(answer.read("$.evidenceId"));
    }

    private JWKSet publicKeys() {
        byte[] body = http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        try {
            return JWKSet.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new AssertionError("no key set", e);
        }
    }
}
