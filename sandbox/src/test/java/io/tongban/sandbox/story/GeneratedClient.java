package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A Java client as a consumer of the API makes it: by openapi-generator, from a description and nothing else. */
final class GeneratedClient implements AutoCloseable {

    private static final String PACKAGE = "io.tongban.client";

    private final Path folder;
    private @Nullable URLClassLoader loader;

    /**
     * Generates the client.
     *
     * @param generator the folder with the jar of openapi-generator
     * @param description an OpenAPI document
     * @param folder where the sources and classes go
     */
    GeneratedClient(Path generator, Path description, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path log = folder.resolve("generator.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        onlyJar(generator).toString(),
                        "generate",
                        "--generator-name",
                        "java",
                        "--library",
                        "native",
                        "--input-spec",
                        description.toString(),
                        "--output",
                        folder.resolve("project").toString(),
                        "--additional-properties",
                        "invokerPackage=" + PACKAGE + ",apiPackage=" + PACKAGE + ".api,modelPackage=" + PACKAGE
                                + ".model,openApiNullable=false,useJakartaEe=true,annotationLibrary=none")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("the generator ends")
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /**
     * Compiles the client together with a program that uses it.
     *
     * @param program a source file; its class has the file's name, no package, and is a function of the gateway's address and
     *     the token of each person by sign-in name
     */
    BiFunction<URI, Map<String, String>, Map<String, Object>> compiledWith(Path program) throws Exception {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder.resolve("project/src/main/java"))) {
            sources = Stream.concat(
                            Stream.of(program),
                            files.filter(file -> file.toString().endsWith(".java")))
                    .toList();
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        String name = program.getFileName().toString().replace(".java", "");
        URLClassLoader opened = new URLClassLoader(new URL[] {url(classes)});
        loader = opened;
        return function(
                Class.forName(name, true, opened).getDeclaredConstructor().newInstance());
    }

    @Override
    public void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    @SuppressWarnings("unchecked") // the program says of itself what it is
    private static BiFunction<URI, Map<String, String>, Map<String, Object>> function(Object program) {
        return (BiFunction<URI, Map<String, String>, Map<String, Object>>) program;
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static Path onlyJar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertThat(jars)
                    .as("the generator, which the build brings: ./mvnw verify")
                    .hasSize(1);
            return jars.getFirst();
        }
    }
}
