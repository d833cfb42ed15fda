package io.tongban.engine.comparison.lint;

/** The numbers by which Chinese law texts count their articles: 九, 十六, 二十一, 一百零三. */
final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** The value of a number that is written with these signs alone. */
    static int of(String signs) {
        int sum = 0;
        int digit = 0;
        for (int i = 0; i < signs.length(); i++) {
            switch (signs.charAt(i)) {
                case '百' -> {
                    sum += Math.max(1, digit) * 100;
                    digit = 0;
                }
                case '十' -> {
                    sum += Math.max(1, digit) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(signs.charAt(i));
            }
        }
        return sum + digit;
    }
}
