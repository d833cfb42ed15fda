package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The dimensions in which the persons of one route differ; a person is one choice in each. */
final class Space {

    private final Borders borders;
    private final List<Dimension> dimensions = new ArrayList<>();

    Space(Borders borders) {
        this.borders = borders;
        dimensions.addAll(new PersonalDimensions(borders).all());
        dimensions.addAll(new HistoryDimensions(borders).all());
        dimensions.addAll(new PaperDimensions(borders).all());
    }

    private Space(Borders borders, List<Dimension> dimensions) {
        this.borders = borders;
        this.dimensions.addAll(dimensions);
    }

    /** The same route, with persons who differ at the ends of months. */
    Space atMonthEnds() {
        MonthEndDimensions monthEnds = new MonthEndDimensions(borders);
        return new Space(borders, dimensions.stream().map(monthEnds::at).toList());
    }

    Dimension dimension(int index) {
        return dimensions.get(index);
    }

    int[] sizes() {
        return dimensions.stream()
                .mapToInt(dimension -> dimension.choices().size())
                .toArray();
    }

    List<Integer> all() {
        return IntStream.range(0, dimensions.size()).boxed().toList();
    }

    Person person(int[] choices) {
        Draft draft = new Draft();
        for (int i = 0; i < choices.length; i++) {
            dimensions.get(i).choices().get(choices[i]).effect().accept(draft);
        }
        return draft.person();
    }

    /** The criterion in each version that has it. */
    List<Criterion> criteria(String id) {
        return borders.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .toList();
    }

    /** The criteria of the route in all versions, each once. */
    Set<String> criteria() {
        Set<String> ids = new LinkedHashSet<>();
        borders.criteria().forEach(criterion -> ids.add(criterion.id()));
        return ids;
    }

    /** What the criterion looks at, and the application day. */
    List<Integer> dimensionsOf(String criterion) {
        Set<String> topics = new LinkedHashSet<>(List.of(PersonalDimensions.APPLICATION_DAY));
        for (Criterion version : criteria(criterion)) {
            dimensions.stream()
                    .map(Dimension::topic)
                    .filter(topic -> isRead(topic, version))
                    .forEach(topics::add);
            for (CriterionPart part : CriterionPart.of(version)) {
                for (PaperAsked paper : part.papers()) {
                    topics.add(topicOf(paper));
                    if (paper.contract()) {
                        topics.add(Criterion.CONTRIBUTIONS);
                    }
                }
            }
        }
        return all().stream()
                .filter(i -> topics.contains(dimensions.get(i).topic()))
                .toList();
    }

    private static boolean isRead(String topic, Criterion criterion) {
        return criterion.reads().mention(topic)
                || (topic.equals("identity.valid") && criterion.reads().mention("contributions.asked"))
                || criterion.reads().mention(topic.replaceFirst("^answers\\.", "answered."));
    }

    /** What one part of the criterion looks at, as long as the papers of its other parts are left out. */
    List<Integer> dimensionsOf(String criterion, CriterionPart part) {
        Set<String> own = new LinkedHashSet<>();
        part.papers().forEach(paper -> own.add(topicOf(paper)));
        boolean contracts = part.papers().stream().anyMatch(PaperAsked::contract)
                || criteria(criterion).stream()
                        .anyMatch(version -> version.reads().mention(Criterion.CONTRIBUTIONS));
        return dimensionsOf(criterion).stream()
                .filter(i -> {
                    String topic = dimensions.get(i).topic();
                    return topic.startsWith(PaperDimensions.TOPIC)
                            ? own.contains(topic)
                            : contracts || !topic.equals(Criterion.CONTRIBUTIONS);
                })
                .toList();
    }

    /** The dimensions of these names. */
    List<Integer> named(List<String> names) {
        return all().stream()
                .filter(i -> names.contains(dimensions.get(i).name()))
                .toList();
    }

    /** What of a record only several things at once bring about; nothing where no version of the route looks at contributions. */
    List<HistoryDimensions.Together> together() {
        return new HistoryDimensions(borders).together();
    }

    /** The same choices with these values of dimensions, by their names; those that a dimension has not are left out. */
    int[] with(int[] choices, Map<String, String> values) {
        int[] with = choices.clone();
        for (int i = 0; i < with.length; i++) {
            String wanted = values.get(dimensions.get(i).name());
            List<String> words = dimensions.get(i).choices().stream()
                    .map(Dimension.Choice::words)
                    .toList();
            if (wanted != null && words.contains(wanted)) {
                with[i] = words.indexOf(wanted);
            }
        }
        return with;
    }

    /** The same choices with just the papers of one part of the criterion, saying what it asks, and none of its others. */
    int[] withPapersOf(int[] choices, String criterion, CriterionPart part) {
        int[] with = choices.clone();
        criteria(criterion).stream()
                .flatMap(version -> CriterionPart.of(version).stream())
                .flatMap(any -> any.papers().stream())
                .forEach(paper -> choose(with, topicOf(paper), paper.kind(), PaperDimensions.NOT_BROUGHT));
        Set<String> eitherOr = new LinkedHashSet<>();
        for (PaperAsked paper : part.papers()) {
            if (eitherOr.add(paper.eitherOr())) {
                choose(with, topicOf(paper), paper.kind(), PaperDimensions.BROUGHT);
                paper.says().forEach((name, value) -> say(with, paper, name, value));
            }
        }
        return with;
    }

    private void say(int[] choices, PaperAsked paper, String name, String value) {
        String dimension = PaperDimensions.saying(paper.kind(), name);
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).name().equals(dimension)) {
                List<String> words = dimensions.get(i).choices().stream()
                        .map(Dimension.Choice::words)
                        .toList();
                choices[i] = Math.max(0, words.indexOf(value));
            }
        }
    }

    private void choose(int[] choices, String topic, String name, int choice) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).topic().equals(topic)
                    && dimensions.get(i).name().equals(name)) {
                choices[i] = choice;
            }
        }
    }

    private static String topicOf(PaperAsked paper) {
        return PaperDimensions.TOPIC + paper.kind();
    }
}
