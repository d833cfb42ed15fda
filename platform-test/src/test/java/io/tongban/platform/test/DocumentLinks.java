package io.tongban.platform.test;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What the Markdown files of a repository point at: relative links, and paths in code spans that begin with a folder of
 * the root. Addresses of the web are not followed.
 */
record DocumentLinks(Repository repository) {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*/?");

    /** Each link or path that leads nowhere, with the file it is in; nothing if all is well. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Path document : repository.filesEndingIn(".md")) {
            parse(document).accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    follow(document, link.getDestination(), broken);
                    visitChildren(link);
                }

                @Override
                public void visit(Image image) {
                    follow(document, image.getDestination(), broken);
                    visitChildren(image);
                }

                @Override
                public void visit(Code code) {
                    if (isPath(code.getLiteral())
                            && !Files.exists(repository.root().resolve(code.getLiteral()))) {
                        broken.add(document + ": there is no `" + code.getLiteral() + "`");
                    }
                }
            });
        }
        return broken;
    }

    private void follow(Path document, String destination, List<String> broken) {
        URI link;
        try {
            link = new URI(destination);
        } catch (URISyntaxException e) {
            broken.add(document + ": there is no address (" + destination + ")");
            return;
        }
        if (link.isAbsolute()) {
            return;
        }
        Path target = link.getPath().isEmpty()
                ? repository.root().resolve(document)
                : repository
                        .root()
                        .resolve(document)
                        .resolveSibling(link.getPath())
                        .normalize();
        if (!target.startsWith(repository.root()) || !Files.exists(target)) {
            broken.add(document + ": there is no (" + destination + ")");
        } else if (link.getFragment() != null
                && target.toString().endsWith(".md")
                && !headings(repository.root().relativize(target)).contains(link.getFragment())) {
            broken.add(document + ": there is no such heading (" + destination + ")");
        }
    }

    private boolean isPath(String code) {
        int slash = code.indexOf('/');
        return slash > 0
                && PATH.matcher(code).matches()
                && !code.contains("/target/")
                && Files.isDirectory(repository.root().resolve(code.substring(0, slash)));
    }

    private Set<String> headings(Path document) {
        Set<String> ids = new HashSet<>();
        IdGenerator generator = IdGenerator.builder().build();
        parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                ids.add(generator.generateId(words(heading)));
            }
        });
        return ids;
    }

    private static String words(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private Node parse(Path document) {
        return MARKDOWN.parse(repository.read(document));
    }
}
