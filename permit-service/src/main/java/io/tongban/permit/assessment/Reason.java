package io.tongban.permit.assessment;

import io.tongban.permit.standard.Text;
import java.util.Map;

/**
 * Why a criterion is not met and what to do about it, in the words of the standard.
 *
 * @param code such as {@code GAP}
 * @param figures the figures that the texts quote
 */
public record Reason(String code, Map<String, String> figures, Text reason, Text remedy) {

    public Reason {
        figures = Map.copyOf(figures);
    }
}
