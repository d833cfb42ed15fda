package io.tongban.engine.document;

/** How large a document may be, so that none fills the memory. */
public enum Extent {

    /** Standards, and whatever lies beside them. */
    STANDARD("a standard", 3 * 1024 * 1024, 200_000, 20_000_000),

    /** Case suites, which programs write too. */
    SUITE("a suite", 64 * 1024 * 1024, 8_000_000, 2_000_000_000);

    private final String what;
    private final int characters;
    private final int values;
    private final long unfolded;

    /**
     * An extent.
     *
     * @param characters as they are written
     * @param values with those that aliases repeat
     * @param unfolded characters of texts, and of the paths to them, with those that aliases repeat
     */
    Extent(String what, int characters, int values, long unfolded) {
        this.what = what;
        this.characters = characters;
        this.values = values;
        this.unfolded = unfolded;
    }

    String what() {
        return what;
    }

    int mostCharacters() {
        return characters;
    }

    int mostValues() {
        return values;
    }

    long mostUnfolded() {
        return unfolded;
    }
}
