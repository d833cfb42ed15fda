package io.tongban.platform.argument;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** In which of several forms an answer is wanted, by the {@code Accept} of its request (RFC 9110, section 12.5.1). */
public final class AcceptedForm {

    private AcceptedForm() {}

    /**
     * The form wanted most; of those wanted alike the one that the request names first.
     *
     * @param accept null or empty: the request leaves the choice
     * @param offered the one that is answered where the choice is left first; at least one
     * @throws HttpMediaTypeNotAcceptableException if none of these is wanted
     */
    public static MediaType of(@Nullable List<MediaType> accept, List<MediaType> offered)
            throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isEmpty()) {
            return offered.getFirst();
        }
        return accept.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> offered.stream().filter(type::includes))
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered));
    }
}
