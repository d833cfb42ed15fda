package io.tongban.insurance.source;

import io.tongban.insurance.page.BureauPage;
import io.tongban.insurance.record.CleanRow;
import io.tongban.insurance.record.Cleaning;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.record.RawRow;
import io.tongban.insurance.record.RowCleaner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All pages of one year of one kind, and the judgement whether they are all there.
 *
 * <p>The rows must be as many as the bureau itself counts; where the bureau counts headers among the rows too, rows and headers
 * together. A page that came before is not counted again: where the bureau repeats its last page nothing is missing; where a page is
 * repeated in place of another page, rows are missing.
 */
final class PagedQuery {

    /** One page of the bureau by its number, from 1. */
    interface Pages {
        BureauPage read(int number) throws SourceSilent;
    }

    private final Kind kind;
    private final RowCleaner cleaner;
    private final int mostPages;

    private final List<RawRow> raws = new ArrayList<>();
    private final Set<Map<RawRow, Long>> seen = new HashSet<>();
    private int rowsOfNewPages;
    private int headersAgain;
    private boolean repeated;

    PagedQuery(Kind kind, RowCleaner cleaner, int mostPages) {
        this.kind = kind;
        this.cleaner = cleaner;
        this.mostPages = mostPages;
    }

    YearReading read(Pages pages) {
        try {
            return switch (pages.read(1)) {
                case BureauPage.PersonUnknown unknown -> new YearReading.PersonUnknown();
                case BureauPage.Rows first -> readOn(first, pages);
            };
        } catch (SourceSilent silence) {
            return new YearReading.Silent(silence.reason(), clean().rows());
        }
    }

    private YearReading readOn(BureauPage.Rows first, Pages pages) throws SourceSilent {
        take(first);
        if (first.pages() > mostPages) {
            throw new SourceSilent(SilenceCause.UNREADABLE);
        }
        for (int number = 2; number <= first.pages(); number++) {
            BureauPage.Rows page = sameQuery(first, pages.read(number));
            take(page);
        }
        if (!isAsManyAs(first.total())) {
            throw new SourceSilent(repeated ? SilenceCause.REPEATED_PAGE : SilenceCause.INCOMPLETE);
        }
        Cleaning cleaning = clean();
        if (!cleaning.complete() || cleaning.rows().stream().anyMatch(this::isOfAnotherQuestion)) {
            throw new SourceSilent(SilenceCause.UNREADABLE);
        }
        return new YearReading.Answered(cleaning.rows());
    }

    private boolean isAsManyAs(int total) {
        return rowsOfNewPages == total || (rowsOfNewPages > 0 && rowsOfNewPages + headersAgain == total);
    }

    /** Rows of kinds beyond the five come along with those that were asked for. */
    private boolean isOfAnotherQuestion(CleanRow row) {
        Kind of = row.row().kind();
        return of.isOneOfTheFive() && !of.equals(kind);
    }

    private void take(BureauPage.Rows page) {
        raws.addAll(page.rows());
        Map<RawRow, Long> contents =
                page.rows().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (contents.isEmpty() || seen.add(contents)) {
            rowsOfNewPages += page.rows().size();
            headersAgain += page.headersAgain();
        } else {
            repeated = true;
        }
    }

    /** The rows moved under our hands when a later page counts otherwise. */
    private static BureauPage.Rows sameQuery(BureauPage.Rows first, BureauPage page) throws SourceSilent {
        if (!(page instanceof BureauPage.Rows rows)) {
            throw new SourceSilent(SilenceCause.UNREADABLE);
        }
        if (rows.pages() != first.pages() || rows.total() != first.total()) {
            throw new SourceSilent(SilenceCause.INCOMPLETE);
        }
        return rows;
    }

    private Cleaning clean() {
        return cleaner.clean(raws);
    }
}
