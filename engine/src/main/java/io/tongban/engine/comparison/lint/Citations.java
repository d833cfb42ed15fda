package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.StandardText;
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

    private final StandardText standard;
    private final Function<String, Optional<String>> kept;
    private final Map<String, Optional<LawText>> texts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Citations(StandardText standard, Function<String, Optional<String>> kept) {
        this.standard = standard;
        this.kept = kept;
    }

    /** The texts that are kept are found by their names in the library. */
    static List<Finding> of(StandardText standard, Function<String, Optional<String>> kept) {
        Citations citations = new Citations(standard, kept);
        standard.members("sources").forEach((id, source) -> citations.requireKept(source));
        Walk.having(standard.root(), "source").forEach(citations::look);
        return citations.findings;
    }

    private void requireKept(DocumentNode source) {
        source.find("text")
                .filter(named -> text(named).isEmpty())
                .ifPresent(named -> findings.add(Finding.flaw(
                        named, "the text '" + named.text() + "' is not kept", "put it there, or take 'text' out")));
    }

    private void look(DocumentNode basis) {
        String id = basis.get("source").text();
        DocumentNode source = standard.members("sources").get(id);
        if (source == null) {
            findings.add(Finding.flaw(basis, "there is no source '" + id + "'", "add it under sources"));
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
        LocalDate from = source.get("from").date();
        LocalDate until = source.find("until").map(DocumentNode::date).orElse(null);
        if (from.isAfter(standard.from())) {
            findings.add(Finding.flaw(
                    basis,
                    "'" + id + "' is not in force before " + from + ", and the standard is from " + standard.from()
                            + " on",
                    "cite what was in force then"));
        }
        if (until != null && isBefore(until, standard.until())) {
            findings.add(Finding.flaw(
                    basis,
                    "'" + id + "' is not in force after " + until + ", and the standard is "
                            + (standard.until() == null ? "without end" : "until " + standard.until()),
                    "end the standard that day, or cite what came after in a new version"));
        }
    }

    private static boolean isBefore(LocalDate until, @Nullable LocalDate end) {
        return end == null || until.isBefore(end);
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
                    basis,
                    "'" + article + "' and '" + english + "' are not the same article",
                    "write the same numbers in both languages"));
        }
    }

    private void standsIn(
            LawText law, DocumentNode basis, String id, String article, List<ArticleReference> references) {
        if (references.isEmpty()) {
            findings.add(Finding.flaw(
                    basis,
                    "'" + article + "' names no article of '" + id + "', whose text is kept",
                    "write it as 第九条第二款"));
        }
        for (ArticleReference reference : references) {
            if (!law.has(reference)) {
                findings.add(Finding.flaw(
                        basis,
                        "the text of '" + id + "' has no " + reference.words(),
                        "cite the article, paragraph and item that say so"));
            }
        }
    }

    private Optional<LawText> text(DocumentNode named) {
        return texts.computeIfAbsent(named.text(), name -> kept.apply(name).map(LawText::new));
    }
}
