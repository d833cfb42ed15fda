package io.tongban.engine.command;

import io.tongban.engine.document.TextFile;
import io.tongban.engine.guide.GuideForm;
import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.guide.Guides;
import io.tongban.engine.guide.Surroundings;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code standards guide}: writes the guide of one version as the network would serve it. */
@Command(name = "guide", description = "Writes the guide of one version as the network would serve it.")
final class GuideCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private WithinOption within;

    @Parameters(index = "0", paramLabel = "ITEM", description = "the service item")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String item;

    @Parameters(index = "1", paramLabel = "VERSION", description = "the version of its standard")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            converter = Language.class,
            description = "the language (default: zh)")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GuideLanguage language;

    @Option(
            names = "--format",
            paramLabel = "html|pdf|jsonld",
            defaultValue = "html",
            converter = Form.class,
            description = "a page, a print, or a description for other systems (default: html)")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GuideForm form;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; else on the console")
    private @Nullable Path out;

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "",
            description = "where the public reaches the network; else addresses are written as paths")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String address;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        StandardsLibrary library = standards.library();
        Standard standard = library.standards().version(item, version);
        byte[] guide = new Guides(new Surroundings(address, library.remedy()))
                .write(standard, form, language, within.deadline());
        if (out != null) {
            TextFile.write(out, guide);
        } else if (form == GuideForm.PDF) {
            throw new ParameterException(
                    spec.commandLine(), "a PDF is no text for the console: name a file with --out");
        } else {
            spec.commandLine().getOut().println(new String(guide, StandardCharsets.UTF_8));
        }
        return ExitCode.OK;
    }

    private static final class Language implements ITypeConverter<GuideLanguage> {

        @Override
        public GuideLanguage convert(String name) {
            return GuideLanguage.named(name).orElseThrow(() -> new TypeConversionException("write zh or en"));
        }
    }

    private static final class Form implements ITypeConverter<GuideForm> {

        @Override
        public GuideForm convert(String name) {
            for (GuideForm form : GuideForm.values()) {
                if (form.word().equals(name)) {
                    return form;
                }
            }
            throw new TypeConversionException("write html, pdf or jsonld");
        }
    }
}
