package io.tongban.platform.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

class AcceptedFormTests {

    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "text/* | text/html",
                "text/html,application/xhtml+xml,*/*;q=0.8 | text/html",
                "text/html;q=0.5,application/json | application/json",
                "text/html,application/json | text/html",
                "text/html;q=0,*/* | application/json",
            })
    void isTheOneWantedMost(String accept, String form) throws HttpMediaTypeNotAcceptableException {
        assertThat(AcceptedForm.of(MediaType.parseMediaTypes(accept), OFFERED)).hasToString(form);
    }

    @Test
    void isTheFirstWhereTheChoiceIsLeft() throws HttpMediaTypeNotAcceptableException {
        assertThat(AcceptedForm.of(null, OFFERED)).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(AcceptedForm.of(List.of(), OFFERED)).isEqualTo(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/html;q=0"})
    void isNoneWhereNoneIsWanted(String accept) {
        List<MediaType> wanted = MediaType.parseMediaTypes(accept);
        assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class)
                .isThrownBy(() -> AcceptedForm.of(wanted, OFFERED));
    }
}
