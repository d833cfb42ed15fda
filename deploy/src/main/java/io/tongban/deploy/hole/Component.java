package io.tongban.deploy.hole;

/**
 * A library in one version.
 *
 * @param name group and artifact with a colon between them, or with a dot where only the name of a file told it
 */
record Component(String name, String version) {

    /** Whether a list means this library: {@code org.example:thing} is {@code org.example.thing} to a file's name. */
    boolean isCalled(String packageName) {
        return comparable(name).equals(comparable(packageName));
    }

    /** The form in which names are equal if they mean the same library. */
    static String comparable(String name) {
        return name.replace(':', '.');
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
