package io.tongban.platform.problem;

import java.time.OffsetDateTime;
import org.springframework.core.convert.converter.Converter;

/** Reads an instant of a query string, in which a plus sign that was not encoded has become a blank. */
final class QueryTime implements Converter<String, OffsetDateTime> {

    @Override
    public OffsetDateTime convert(String text) {
        return OffsetDateTime.parse(text.strip().replace(' ', '+'));
    }
}
