package io.tongban.engine.comparison.person;

import io.tongban.engine.comparison.person.Person.Silence.Extent;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.papers.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A person in a few lines that an editor of standards reads. */
public final class PersonText {

    private static final String NORMAL = "10";

    private PersonText() {}

    /** With the contribution record, where that matters. */
    public static List<String> of(Person person, boolean withRecord) {
        List<String> lines = new ArrayList<>();
        lines.add("applies on " + person.appliedOn() + ", identity number " + person.idNumber());
        lines.add(residence(person));
        person.answers().forEach((question, answer) -> lines.add("answers " + question + ": " + answer));
        if (withRecord) {
            lines.addAll(record(person));
        }
        if (person.papers().isEmpty()) {
            lines.add("brings no papers");
        }
        person.papers().forEach(paper -> lines.add("brings " + paper(paper)));
        return lines;
    }

    private static String residence(Person person) {
        String registered = person.residence().registeredOn() == null
                ? "not registered as a resident"
                : "registered as a resident since " + person.residence().registeredOn();
        return registered + (person.residence().waived() ? ", on the list of those for whom that is waived" : "");
    }

    private static List<String> record(Person person) {
        List<String> lines = new ArrayList<>();
        String read = person.recordAsOf().equals(person.appliedOn()) ? "" : ", read on " + person.recordAsOf();
        if (person.silence().extent() == Extent.EVERYWHERE) {
            return List.of("contributions: no source answered" + read);
        }
        if (person.rows().isEmpty()) {
            lines.add("contributions: none" + read);
        }
        RowSpan.of(person.rows())
                .forEach(span -> lines.add("contributions " + span.months() + ": " + row(span.row()) + read));
        String areas = String.join(", ", person.silence().areas());
        switch (person.silence().extent()) {
            case OF_AREAS -> lines.add("no answer from " + areas);
            case OF_AREAS_THIS_MONTH -> lines.add("no answer from " + areas + " for the record's month");
            case PERSON_UNKNOWN -> lines.add("the sources know no such person");
            case NOWHERE, EVERYWHERE -> {}
        }
        return lines;
    }

    private static String row(ContributionRow row) {
        List<String> words = new ArrayList<>();
        words.add(
                row.posted() == PostedFlag.POSTED
                        ? "posted"
                        : row.posted().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (row.postedMonth() != null) {
            words.set(0, "posted in " + row.postedMonth());
        }
        if (row.base() != null && row.base().signum() == 0) {
            words.add("of zero");
        }
        if (!row.type().equals(NORMAL)) {
            words.add("type " + row.type());
        }
        words.add("kind " + row.kind());
        words.add("area " + row.area());
        words.add(
                row.unitKind() == UnitKind.EMPLOYER
                        ? "unit " + row.unit()
                        : row.unitKind().name().toLowerCase(Locale.ROOT) + " unit " + row.unit());
        return String.join(", ", words);
    }

    private static String paper(Paper paper) {
        List<String> words = new ArrayList<>(List.of(paper.kind()));
        if (paper.unit() != null) {
            words.add("with " + paper.unit());
        }
        if (paper.from() != null || paper.until() != null) {
            words.add("valid " + day(paper.from()) + ".." + day(paper.until()));
        }
        new TreeMap<>(paper.says()).forEach((name, value) -> words.add(name + " " + value));
        return String.join(", ", words);
    }

    private static String day(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }
}
