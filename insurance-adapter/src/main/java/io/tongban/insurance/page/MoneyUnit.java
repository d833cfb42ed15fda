package io.tongban.insurance.page;

import java.util.regex.Pattern;

/** The unit in which a page gives its sums of money: yuan, unless the page names another. */
final class MoneyUnit {

    private static final String YUAN = "(?:人民币)?(?:[元圆¥]|RMB|CNY)|人民币";

    /** Some words without a unit in them; of 部分, the part, the second character is none. */
    private static final String NAME = "(?:部分|[\\p{IsHan}&&[^十百千万亿元圆角分厘币]]){1,12}";

    private static final Pattern IN_YUAN =
            Pattern.compile("(?i)(?:%1$s)?(?:\\(%1$s\\))?(?:\\((?:单位:?)?(?:%2$s)\\)|/(?:%2$s)|单位:?(?:%2$s))?|%2$s"
                    .formatted(NAME, YUAN));

    private static final String ANOTHER = "(?:人民币)?(?:[十百千万亿]+元|[美港欧日英加澳台]元|港币|美金|英镑)";

    private static final Pattern IN_ANOTHER = Pattern.compile(
            "(?i).*(?:单位[:为是]?\\(?(?:%1$s|[十百千万亿角分厘](?!\\p{IsHan})|USD|HKD|EUR)|[(/]%1$s(?!\\p{IsHan})).*|\\(?%1$s\\)?"
                    .formatted(ANOTHER));

    private MoneyUnit() {}

    /** Whether the head of a column of sums, beside the code of its field, can only mean yuan. */
    static boolean isYuanIn(String head) {
        return head.isBlank() || IN_YUAN.matcher(BureauSentence.close(head)).matches();
    }

    /** Whether a text beside the rows, such as all the lines of a page, has a line that names another unit. */
    static boolean isAnotherIn(String text) {
        return text.lines()
                .anyMatch(line -> IN_ANOTHER.matcher(BureauSentence.close(line)).matches());
    }
}
