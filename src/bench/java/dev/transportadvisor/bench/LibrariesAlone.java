package dev.transportadvisor.bench;

import com.github.freva.asciitable.AsciiTable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A program that does nothing but use the libraries which a recommendation cannot do without, once each: picocli for
 * its one argument, SnakeYAML for the file that this names, ascii-table for the length of the file. No code of ours can
 * take less than that.
 */
final class LibrariesAlone {

    private LibrariesAlone() {}

    public static void main(String... arguments) throws IOException {
        // As in cli.Main, which says why.
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        System.setProperty("picocli.disable.closures", "true");
        CommandSpec spec = CommandSpec.create()
                .addPositional(PositionalParamSpec.builder().type(Path.class).build());
        Path file = new CommandLine(spec).parseArgs(arguments).matchedPositionalValue(0, null);
        LoaderOptions options = new LoaderOptions();
        ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(Files.readString(file))), options);
        Node root = new Composer(parser, new Resolver(), options).getSingleNode();
        int length = root.getEndMark().getIndex();
        System.out.println(AsciiTable.getTable(new String[][] {{String.valueOf(length)}}));
    }
}
