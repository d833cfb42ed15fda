package io.tongban.deploy.hole;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a library in a bill of materials, as far as it is one of Maven: {@code pkg:maven/GROUP/NAME@VERSION}. */
final class PackageUrl {

    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/@?#]+)/([^/@?#]+)@([^/@?#]+)([?#].*)?");

    private PackageUrl() {}

    /** Empty where it is something else than a library of Maven in one version. */
    static Optional<Component> component(String purl) {
        Matcher parts = MAVEN.matcher(purl);
        return parts.matches()
                ? Optional.of(
                        new Component(decoded(parts.group(1)) + ":" + decoded(parts.group(2)), decoded(parts.group(3))))
                : Optional.empty();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
