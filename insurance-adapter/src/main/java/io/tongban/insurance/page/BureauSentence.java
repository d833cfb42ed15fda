package io.tongban.insurance.page;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What bureaux write in place of rows, or beside them, where a program would need a row. */
final class BureauSentence {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    private static final Pattern SUM = Pattern.compile(
            ".{0,12}(?:合计|总计|小计|共计|累计|总和)(?:\\([^)]*\\))?:?|.{0,4}(?:合计|总计|小计|共计|累计|总和)(?:[:(]|[0-9¥]).*");

    private static final Pattern NOBODY = Pattern.compile(".*(?:查无此人|无此人|没有此人|没有该人|该人员不存在|无此参保人|参保人不存在).*");

    private static final Pattern NOTHING = Pattern.compile(
            "(?i).*(?:没有|暂无|查无|未查|未找到|未检索到|不存在|无|没).*"
                    + "(?:记录|数据|信息|明细|内容|结果|缴费|参保).*|.*(?:记录|数据|信息|明细|结果)(?:不存在|为空).*|无|暂无|共?0[条笔项].*|no(?:matching)?(?:data|records?|results?|rows?|entries).*");

    /** Words of a failure: a sentence with one of them does not say that there is nothing. */
    private static final Pattern FAILURE = Pattern.compile(
            "(?:失败|异常|错误|出错|有误|繁忙|无法|不能|未能|超时|权限|登[录陆]|稍[后候]|重试|维护|升级|加载|中断|故障|不可用|无效|过期|暂停|不符|不一致|不匹配|不完整|超[出过]|限制|响应|服务器|取到|获取|连接|(?:没有|未|请先)(?:返回|选择|输入))");

    /** A failure that is only thought of, as in a footer: if the query fails, call the window. */
    private static final String NOT_IF = "(?<![如若遇果或])(?<!如(?:发现|出现|发生))";

    /** What a page says of its own failure. Footers have other words, also where a footer speaks of maintenance or mistakes. */
    private static final Pattern STAND_IN = Pattern.compile(NOT_IF
            + "(?:(?:查询|系统|服务器?|网络|接口|连接|请求|读取|加载|载入|获取|返回|响应|传输)(?:连接|请求|响应|读取|加载|获取)?(?:出现|发生)?"
            + "(?:失败|异常|超时|出错|错误(?!报告|反馈)|繁忙|不可用|中断|不完整|不全)"
            + "|数据库?(?:连接|请求|响应|读取|加载|获取|返回)?(?:失败|异常|超时|出错|繁忙|不可用|中断|不完整|不全)"
            + "|(?:未能?|没有|无法|不能|未完全)(?:完整|正常|全部|成功)?(?:加载|载入|读取|获取|返回|取到|列出|连接)"
            + "|(?:其余|其他|其它|部分|剩余|后续)的?(?:记录|数据|明细|信息)(?:暂?未|没有|无法|不能|缺失|暂缺)"
            + "|(?:系统|服务)(?:正在)?维护中(?!心)|正在维护|请?稍[后候]再?[试查重])");

    /** Longer texts are no sentences, and would be looked through for long. */
    private static final int LONGEST = 300;

    private BureauSentence() {}

    /** Whether a cell is the head of a sum of rows. */
    static boolean isSum(String text) {
        return matches(SUM, text);
    }

    /** Whether the text says that there are no rows. */
    static boolean isNothing(String text) {
        return matches(NOTHING, text) && !isFailure(text);
    }

    /** Whether the text says that there is no such person. */
    static boolean isNobody(String text) {
        return matches(NOBODY, text);
    }

    /** Whether the text, however long, speaks of a failure. */
    static boolean isFailure(String text) {
        return FAILURE.matcher(close(text)).find();
    }

    /** Whether a text beside the rows, such as all the lines of a page, has a line that tells of a failure. */
    static boolean standsIn(String text) {
        return text.lines().anyMatch(line -> STAND_IN.matcher(close(line)).find());
    }

    private static boolean matches(Pattern sentence, String text) {
        return text.length() <= LONGEST && sentence.matcher(close(text)).matches();
    }

    /** The text in its usual characters and without any blanks. */
    static String close(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
