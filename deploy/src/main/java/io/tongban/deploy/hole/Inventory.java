package io.tongban.deploy.hole;

import io.tongban.platform.cli.Unusable;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The components that were found in bills of materials, services' jars, distributions and lists of plugins. */
final class Inventory {

    private static final String SBOM_IN_A_JAR = "META-INF/sbom/application.cdx.json";
    private static final Pattern NAME_OF_JAR = Pattern.compile("(?:.*/)?([^/]+?)-(\\d[^/]*)\\.jar");
    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    /** Group, artifact, type, perhaps a classifier, version, perhaps a scope and the name of a Java module. */
    private static final Pattern LISTED_LIBRARY =
            Pattern.compile("\\s+([\\w.-]+):([\\w.-]+):[\\w.-]+:(?:[\\w.-]+:)?(\\d[\\w.+-]*)(?::[a-z]+)?(?: .*)?");

    private final Map<Component, Set<String>> found = new LinkedHashMap<>();
    private final Set<String> unidentified = new LinkedHashSet<>();

    Set<Component> components() {
        return Collections.unmodifiableSet(found.keySet());
    }

    /** The bills of materials, archives and folders that have the component. */
    List<String> places(Component component) {
        return List.copyOf(found.getOrDefault(component, Set.of()));
    }

    /** Libraries of which nothing says what they are; no list is compared with them. */
    List<String> unidentified() {
        return unidentified.stream()
                .filter(file -> found.keySet().stream()
                        .noneMatch(component -> file.endsWith("/" + fileName(component)))) // found beside it already
                .toList();
    }

    private static String fileName(Component component) {
        return component
                        .name()
                        .substring(component.name().lastIndexOf(component.name().contains(":") ? ':' : '.') + 1) + "-"
                + component.version() + ".jar";
    }

    /** A CycloneDX file, a jar that has one in it, a distribution as .tar.gz or .zip, a list of Maven, or a folder with jars. */
    void add(Path place) throws IOException {
        String name = place.toString();
        if (Files.isDirectory(place)) {
            addFolder(place);
        } else if (!Files.isRegularFile(place)) {
            throw new Unusable("there is no " + place, "name a bill of materials, a jar, a distribution or a folder");
        } else if (name.endsWith(".json")) {
            addSbom(Files.readAllBytes(place), name);
        } else if (name.endsWith(".txt")) {
            addList(place);
        } else if (name.endsWith(".jar")) {
            addServiceJar(place);
        } else if (name.endsWith(".tar.gz")) {
            addTar(place);
        } else if (name.endsWith(".zip")) {
            addZip(place);
        } else {
            throw new Unusable(
                    place + " is nothing in which components are found",
                    "name a .cdx.json, .jar, .tar.gz, .zip, .txt or a folder");
        }
    }

    /** What maven-dependency-plugin lists, of libraries and of plugins with the libraries that they run with. */
    private void addList(Path list) throws IOException {
        for (String line : Files.readAllLines(list)) {
            Matcher library = LISTED_LIBRARY.matcher(line);
            if (library.matches()) {
                add(new Component(library.group(1) + ":" + library.group(2), library.group(3)), list.toString());
            } else if (line.chars().filter(c -> c == ':').count() > 1) {
                throw new Unusable(
                        list + " has a line that is no library: " + line.strip(), "name what dependency:list wrote");
            }
        }
    }

    private void addSbom(byte[] content, String place) {
        JsonNode listed;
        try {
            listed = JsonMapper.shared().readTree(content).path("components");
        } catch (JacksonException broken) {
            throw new Unusable(place + " is not JSON", "name a bill of materials in CycloneDX's JSON form");
        }
        if (!listed.isArray()) {
            throw new Unusable(place + " lists no components", "name a bill of materials in CycloneDX's JSON form");
        }
        for (JsonNode component : listed) {
            String purl = component.path("purl").asString("");
            PackageUrl.component(purl)
                    .ifPresentOrElse(
                            library -> add(library, place),
                            () -> unidentified.add(
                                    purl.isEmpty() ? component.path("name").asString("?") : purl));
        }
    }

    private void addServiceJar(Path jar) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(SBOM_IN_A_JAR)) {
                    addSbom(entries.readAllBytes(), jar.toString());
                    return;
                }
            }
        }
        throw new Unusable(
                jar + " has no bill of materials in it", "name the jar of a service, or the folder it is in");
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (InputStream content = Files.newInputStream(jar)) {
                    addLibrary(jar.toString(), content, folder.toString());
                }
            }
        }
    }

    private void addTar(Path archive) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    addLibrary(entry.getName(), entries, archive.toString());
                }
            }
        }
    }

    private void addZip(Path archive) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    addLibrary(entry.getName(), entries, archive.toString());
                }
            }
        }
    }

    /** A jar says what it is if Maven made it; others by their file's name, if that begins with the group. */
    private void addLibrary(String name, InputStream content, String foundIn) throws IOException {
        fromItsOwnWords(name, content)
                .or(() -> fromItsName(name))
                .ifPresentOrElse(component -> add(component, foundIn), () -> unidentified.add(name));
    }

    private static Optional<Component> fromItsOwnWords(String name, InputStream content) throws IOException {
        List<Component> said = new ArrayList<>();
        ZipInputStream entries = new ZipInputStream(new KeptOpen(content));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (POM_PROPERTIES.matcher(entry.getName()).matches()) {
                Properties properties = new Properties();
                properties.load(new KeptOpen(entries));
                String group = properties.getProperty("groupId");
                String artifact = properties.getProperty("artifactId");
                String version = properties.getProperty("version");
                if (group != null && artifact != null && version != null) {
                    said.add(new Component(group + ":" + artifact, version));
                }
            }
        }
        // One that has others in it says all of them: its own words are those that its file is named for.
        return said.stream()
                .filter(component -> name.endsWith(fileName(component)))
                .findFirst();
    }

    private static Optional<Component> fromItsName(String name) {
        Matcher parts = NAME_OF_JAR.matcher(name);
        return parts.matches() && parts.group(1).contains(".")
                ? Optional.of(new Component(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    private void add(Component component, String place) {
        found.computeIfAbsent(component, first -> new LinkedHashSet<>()).add(place);
    }

    /** Closing a jar within an archive would close the archive. */
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream in) {
            super(Objects.requireNonNull(in));
        }

        @Override
        public void close() {}
    }
}
