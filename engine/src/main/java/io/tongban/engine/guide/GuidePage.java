package io.tongban.engine.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one version says, in one language: the standard's own words and figures, in the order of the page. The words
 * around them are the template's.
 *
 * @param layers from the lowest to the one that is published under this version; one alone is not named
 * @param guide null where the standard says nothing for its guide
 * @param windows where the windows that take the item are looked up
 */
record GuidePage(
        String item,
        String version,
        String digest,
        String name,
        Period period,
        List<String> layers,
        @Nullable Introduction guide,
        String authority,
        String windows,
        List<TimeLimit> limits,
        List<RouteSection> routes,
        List<Source> sources,
        Contest contest) {

    /** Days as the page writes them, both included; until null: no end is known. */
    record Period(String from, @Nullable String until) {}

    record Introduction(String who, String where, String result, List<Fee> fees) {}

    /** A fee with its amount; without one it is free. */
    record Fee(String name, @Nullable String amount, List<Basis> basis) {}

    /**
     * A promise with the unit in which the law counts it.
     *
     * @param name null where the frame has the word for it
     */
    record TimeLimit(
            String id,
            @Nullable String name,
            int days,
            boolean workingDays,
            boolean endsOnWorkingDay,
            List<Basis> basis,
            @Nullable String origin) {}

    record RouteSection(
            String id,
            String name,
            List<CriterionRow> criteria,
            @Nullable String origin) {}

    /**
     * @param ways what can be brought: all of one way; one way of several
     * @param registers what the window looks up; null: nothing
     * @param origin the layer it comes from; null where there is only one, or it is named above
     */
    record CriterionRow(
            String id,
            String name,
            boolean asked,
            List<Figure> figures,
            List<Question> questions,
            List<Way> ways,
            @Nullable String registers,
            List<Basis> basis,
            @Nullable String origin) {}

    /** A setting with its values. */
    record Figure(String name, List<Value> values, @Nullable String origin) {}

    /**
     * One value of a setting.
     *
     * @param flag a value that is yes or no; then the text is empty
     * @param first the month from which it counts; null: always before
     * @param last the last month in which it counts; null: no end
     */
    record Value(
            String text,
            @Nullable Boolean flag,
            @Nullable String first,
            @Nullable String last) {

        public boolean dated() {
            return first != null || last != null;
        }
    }

    /** A question that the applicant answers; without answers to choose from it is answered freely. */
    record Question(String text, @Nullable String answers) {}

    /** Papers that belong together. */
    record Way(
            List<Item> items, List<Basis> basis, @Nullable String origin) {}

    /**
     * One paper, or one of several.
     *
     * @param chainMonths a chain of such papers must be so long; 0: one suffices
     */
    record Item(
            String name,
            int ageMonths,
            int termMonths,
            boolean current,
            int chainMonths,
            List<Said> says,
            List<Item> oneOf,
            @Nullable String origin) {

        static Item oneOf(List<Item> items, @Nullable String origin) {
            return new Item("", 0, 0, false, 0, List.of(), items, origin);
        }

        public boolean demanding() {
            return ageMonths > 0 || termMonths > 0 || current || chainMonths > 0 || !says.isEmpty();
        }
    }

    /** What must stand in a paper: one of the values under this name. */
    record Said(String name, String values) {}

    record Basis(String sourceId, String source, String article) {}

    /** A text that the standard cites, with its time in force and all places where it is cited. */
    record Source(
            String id,
            String name,
            Period period,
            List<String> articles,
            @Nullable String origin) {}

    /** How a decision can be contested, and on what basis in law. */
    record Contest(String text, String basis) {}
}
