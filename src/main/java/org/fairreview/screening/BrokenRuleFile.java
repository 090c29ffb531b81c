package org.fairreview.screening;

/** Says in which line of which file of rules something cannot be accepted, and why. */
public final class BrokenRuleFile extends RuntimeException {

    private final int line;

    BrokenRuleFile(String file, int line, String reason) {
        super("规则文件 %s 第 %d 行：%s".formatted(file, line, reason));
        this.line = line;
    }

    public int line() {
        return line;
    }
}
