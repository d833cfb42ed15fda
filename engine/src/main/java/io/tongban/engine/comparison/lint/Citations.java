package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up every cited article: whether it is in force on all days of the standard, and stands in the text that is kept. */
final class Citations {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, DocumentNode> sources;
    private final LocalDate from;
    private final @Nullable LocalDate until;
    private final Function<String, Optional<String>> kept;
    private final Map<String, Optional<LawText>> texts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Citations(DocumentNode standard, Function<String, Optional<String>> kept) {
        this.sources = standard.find("sources").map(DocumentNode::members).orElse(Map.of());
        this.from = standard.get("inForce").get("from").date();
        this.until =
                standard.get("inForce").find("until").map(DocumentNode::date).orElse(null);
        this.kept = kept;
    }

    /**
     * The findings in a standard whose layers are laid together; it need not be one that the reader takes.
     *
     * @param kept the law texts, by their names in the library
     */
    static List<Finding> of(DocumentNode standard, Function<String, Optional<String>> kept) {
        Citations citations = new Citations(standard, kept);
        citations.sources.values().forEach(citations::requireKept);
        Walk.having(standard, "source").forEach(citations::look);
        return citations.findings;
    }

    private void requireKept(DocumentNode source) {
        source.find("text")
                .filter(named -> text(named).isEmpty())
                .ifPresent(named -> findings.add(Finding.flaw(
                        named.place(),
                        "the text '" + named.text() + "' is not kept",
                        "put it there, or take 'text' out")));
    }

    private void look(DocumentNode basis) {
        String id = basis.get("source").text();
        DocumentNode source = sources.get(id);
        if (source == null) {
            findings.add(Finding.flaw(basis.place(), "there is no source '" + id + "'", "add it under sources"));
            return;
        }
        inForce(basis, id, source);
        String article = basis.find("article")
                .flatMap(names -> names.find("zh"))
                .map(DocumentNode::text)
                .orElse("");
        List<ArticleReference> references = ArticleReference.in(article);
        basis.find("article")
                .flatMap(names -> names.find("en"))
                .ifPresent(english -> sameNumbers(basis, article, references, english.text()));
        source.find("text").flatMap(this::text).ifPresent(law -> standsIn(law, basis, id, article, references));
    }

    private void inForce(DocumentNode basis, String id, DocumentNode source) {
        LocalDate begins = source.get("from").date();
        LocalDate ends = source.find("until").map(DocumentNode::date).orElse(null);
        if (begins.isAfter(from)) {
            findings.add(Finding.flaw(
                    basis.place(),
                    "'" + id + "' is not in force before " + begins + ", and the standard is from " + from + " on",
                    "cite what was in force then"));
        }
        if (ends != null && (until == null || ends.isBefore(until))) {
            findings.add(Finding.flaw(
                    basis.place(),
                    "'" + id + "' is not in force after " + ends + ", and the standard is "
                            + (until == null ? "without end" : "until " + until),
                    "end the standard that day, or cite what came after in a new version"));
        }
    }

    private void sameNumbers(DocumentNode basis, String article, List<ArticleReference> references, String english) {
        List<Integer> numbers = NUMBER.matcher(english)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
        List<Integer> named = references.stream()
                .flatMap(reference -> reference.numbers().stream())
                .toList();
        if (!named.isEmpty() && !named.equals(numbers)) {
            findings.add(Finding.flaw(
                    basis.place(),
                    "'" + article + "' and '" + english + "' are not the same article",
                    "write the same numbers in both languages"));
        }
    }

    private void standsIn(
            LawText law, DocumentNode basis, String id, String article, List<ArticleReference> references) {
        if (references.isEmpty()) {
            findings.add(Finding.flaw(
                    basis.place(),
                    "'" + article + "' names no article of '" + id + "', whose text is kept",
                    "write it as 第九条第二款"));
        }
        for (ArticleReference reference : references) {
            if (!law.has(reference)) {
                findings.add(Finding.flaw(
                        basis.place(),
                        "the text of '" + id + "' has no " + reference.words(),
                        "cite the article, paragraph and item that say so"));
            }
        }
    }

    private Optional<LawText> text(DocumentNode named) {
        return texts.computeIfAbsent(named.text(), name -> kept.apply(name).map(LawText::new));
    }
}
