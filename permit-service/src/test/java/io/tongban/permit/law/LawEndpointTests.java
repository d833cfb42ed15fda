package io.tongban.permit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every text of law that an answer names and that is kept here can be opened, by everyone. */
@PermitServiceTest
class LawEndpointTests {

    private static final String DECREE = LawAddress.LAWS + "/decree-663.md";

    @Autowired
    private TestWindow window;

    @Test
    void aReferenceIsTheAddressOfItsArticle() {
        assertThat(LawAddress.of("laws/decree-663.md#第九条")).isEqualTo(DECREE + "#%E7%AC%AC%E4%B9%9D%E6%9D%A1");
        assertThat(LawAddress.of("laws/decree-663.md")).isEqualTo(DECREE);
    }

    @Test
    void programsGetTheTextAsItWasPublished() {
        Answer text = window.call().get(DECREE).expect(200);
        assertThat(text.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(text.text()).startsWith("# 居住证暂行条例\n").contains("\n第九条 申领居住证，");
    }

    @Test
    void browsersGetAPageWithAnAnchorForEachArticle() {
        Answer page = window.call()
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(DECREE)
                .expect(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text()).contains("<html lang=\"zh\">", "<h1>居住证暂行条例</h1>", "<p id=\"第九条\">第九条 申领居住证，");
    }

    @Test
    void everyAddressThatAStandardGivesOpensItsArticle() {
        Set<String> addresses = new TreeSet<>();
        for (String version : new String[] {"residence-permit/R1", "residence-permit/R2", "elder-card/E1"}) {
            JsonNode standard = window.call()
                    .get("/api/v1/standards/" + version)
                    .expect(200)
                    .json();
            standard.findValues("address").stream()
                    .filter(JsonNode::isString) // a question can be called so too
                    .map(JsonNode::asString)
                    .filter(address -> address.startsWith("/"))
                    .forEach(addresses::add);
        }
        assertThat(addresses).hasSizeGreaterThan(8);
        for (String address : addresses) {
            String[] parts = address.split("#", 2);
            Answer page =
                    window.call().header("Accept", "text/html").get(parts[0]).expect(200);
            if (parts.length == 2) {
                String article = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                assertThat(page.text()).as(address).contains("<p id=\"" + article + "\">");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-law.md", "/README.md", "/decree-663", "/index.yaml", "/..%2Findex.yaml"})
    void nothingElseIsKept(String file) {
        Answer answer = window.call().get(LawAddress.LAWS + file);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("calendar:");
    }

    @Test
    void anUnknownLawIsSaidInTheLanguageAskedFor() {
        Answer answer = window.call()
                .header("Accept-Language", "zh-CN")
                .get(LawAddress.LAWS + "/no-law.md")
                .expect(404);
        assertThat(answer.at("/type")).isEqualTo("/errors/law-unknown");
        assertThat(answer.at("/detail")).isEqualTo("此处未收存 no-law.md 的文本。");
    }
}
