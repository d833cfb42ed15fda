package io.tongban.insurance.source;

/** The bytes that a source sent, as they came; never printed. */
public final class RawAnswer {

    private final byte[] bytes;

    public RawAnswer(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "RawAnswer[" + bytes.length + " bytes]";
    }
}
