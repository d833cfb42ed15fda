package io.tongban.platform.request;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.springframework.core.convert.converter.Converter;

/** Reads an instant of a query string (RFC 3339), in which a plus sign that was not encoded has become a blank. */
final class QueryTime implements Converter<String, OffsetDateTime> {

    @Override
    public OffsetDateTime convert(String text) {
        String time = text.strip();
        if (time.isEmpty() || !Character.isDigit(time.charAt(0))) { // ISO 8601 lets longer years begin with a sign
            throw new DateTimeException("not an instant");
        }
        return OffsetDateTime.parse(time.replace(' ', '+'));
    }
}
