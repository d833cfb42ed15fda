package io.tongban.insurance.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The lines of a table, with each cell in all the columns and lines over which it goes. */
final class TableGrid {

    /** More places than any page has: spans beyond reason end here. */
    private static final int MOST_PLACES = 100_000;

    private final List<Line> lines = new ArrayList<>();
    private int places;

    private TableGrid() {}

    /**
     * A line.
     *
     * @param cells what stands in each column
     * @param own the cells that begin in this line
     */
    record Line(List<PageCell> cells, List<PageCell> own) {

        Line {
            cells = List.copyOf(cells);
            own = List.copyOf(own);
        }
    }

    /**
     * The table's own lines; a table inside a cell is part of the cell.
     *
     * @throws UnreadablePage if cells overlap or a line has a hole
     */
    static List<Line> lines(Element table) throws UnreadablePage {
        TableGrid grid = new TableGrid();
        for (Element section : table.children()) {
            if (section.nameIs("thead") || section.nameIs("tbody") || section.nameIs("tfoot")) {
                grid.addSection(section);
            }
        }
        return grid.lines;
    }

    /** A cell that goes on in so many more lines. */
    private record Reaching(PageCell cell, int lines) {}

    private void addSection(Element section) throws UnreadablePage {
        SortedMap<Integer, Reaching> fromAbove = new TreeMap<>(); // by column
        for (Element row : section.children()) {
            if (row.nameIs("tr")) {
                fromAbove = addLine(row, fromAbove);
            }
        }
    }

    /** Adds a line and tells what of it goes on below. */
    private SortedMap<Integer, Reaching> addLine(Element row, SortedMap<Integer, Reaching> fromAbove)
            throws UnreadablePage {
        SortedMap<Integer, Reaching> below = new TreeMap<>();
        List<PageCell> cells = new ArrayList<>();
        List<PageCell> own = new ArrayList<>();
        for (Element element : row.children()) {
            if (element.nameIs("td") || element.nameIs("th")) {
                takeFromAbove(fromAbove, cells, below);
                PageCell cell = PageCell.of(element);
                own.add(cell);
                for (int i = 0; i < cell.columns(); i++) {
                    place(new Reaching(cell, cell.lines()), cells, below);
                }
            }
        }
        takeFromAbove(fromAbove, cells, below);
        if (!fromAbove.isEmpty()) { // a cell of this line lies over it, or the line ends before it
            throw new UnreadablePage();
        }
        lines.add(new Line(cells, own));
        return below;
    }

    private void takeFromAbove(
            SortedMap<Integer, Reaching> fromAbove, List<PageCell> cells, SortedMap<Integer, Reaching> below)
            throws UnreadablePage {
        @Nullable Reaching next = fromAbove.remove(cells.size());
        while (next != null) {
            place(next, cells, below);
            next = fromAbove.remove(cells.size());
        }
    }

    private void place(Reaching cell, List<PageCell> cells, SortedMap<Integer, Reaching> below) throws UnreadablePage {
        if (cell.lines() > 1) {
            below.put(cells.size(), new Reaching(cell.cell(), cell.lines() - 1));
        }
        cells.add(cell.cell());
        places++;
        if (places > MOST_PLACES) {
            throw new UnreadablePage();
        }
    }
}
