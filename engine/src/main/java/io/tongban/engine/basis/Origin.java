package io.tongban.engine.basis;

/** The layer that an element of a standard comes from, such as {@code zhejiang Z1} or {@code hangzhou R1}. */
public record Origin(String layer, String version) {

    @Override
    public String toString() {
        return layer + " " + version;
    }
}
