package io.tongban.engine.guide;

import io.tongban.engine.rule.Text;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the page's frame, in both languages. */
final class PageWords {

    private static final ResourceBundle ZH = bundle(GuideLanguage.ZH.locale());
    private static final ResourceBundle EN = bundle(GuideLanguage.EN.locale());

    private PageWords() {}

    static Text of(String key) {
        return new Text(ZH.getString(key), EN.getString(key));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "guide.page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
