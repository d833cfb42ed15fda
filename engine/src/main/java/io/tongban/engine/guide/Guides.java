package io.tongban.engine.guide;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.standard.Standard;
import java.nio.charset.StandardCharsets;

/** Writes the guide of a standard, each time anew. */
public final class Guides {

    private final Surroundings surroundings;
    private final PageTemplate template = new PageTemplate();
    private final PagePrinter printer = new PagePrinter();

    public Guides(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The guide in one form and, where the form has one language, in that.
     *
     * @throws DeadlinePassed if it is not written in time
     */
    public byte[] write(Standard standard, GuideForm form, GuideLanguage language, Deadline deadline) {
        deadline.check(form.word());
        return switch (form) {
            case HTML -> template.screen(page(standard, language), language).getBytes(StandardCharsets.UTF_8);
            case PDF -> printer.print(template.print(page(standard, language), language), deadline);
            case JSONLD -> ServiceDescription.of(standard, surroundings).getBytes(StandardCharsets.UTF_8);
        };
    }

    private GuidePage page(Standard standard, GuideLanguage language) {
        return PageContent.of(standard, language, surroundings);
    }
}
