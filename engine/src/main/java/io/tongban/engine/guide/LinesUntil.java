package io.tongban.engine.guide;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import io.tongban.engine.deadline.Deadline;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Breaks text into lines as the printer does by itself, until a deadline.
 *
 * <p>Setting lines is the one place within the print at which a caller is asked.
 */
final class LinesUntil implements FSTextBreaker {

    private final FSTextBreaker lines = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
    private final Deadline deadline;

    LinesUntil(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public int next() {
        return lines.next();
    }

    @Override
    public void setText(String text) {
        deadline.check("the lines of the print");
        lines.setText(text);
    }
}
