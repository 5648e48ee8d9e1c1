package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages tell to type is understood, and names files that are there. */
final class DocumentedCommandsTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|[^\\s\"']+");

  /** How a line of ours begins: in a check-out, in the toolbox, in Docker. */
  private static final Pattern OURS =
      Pattern.compile("^(?:.* -- warmbatch |.*warmbatch:local (?=[a-z])|\\./warmbatch )(.*)$");

  private static final Pattern FILE = Pattern.compile("batch-runner/[\\w./-]+");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(TOP);
        Stream<Path> docs = Files.walk(TOP.resolve("docs"))) {
      return Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
  }

  private static List<String> commands(Path page) throws IOException {
    return SHELL
        .matcher(Files.readString(page))
        .results()
        .flatMap(block -> block.group(1).replaceAll("\\\\\n\\s*", "").lines())
        .map(line -> line.replaceAll("(^|\\s)#.*$", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.matches("[>|<&].*"))
        .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
        .toArray(String[]::new);
  }

  @Test
  void everyCommandOfOursIsUnderstood() throws IOException {
    List<String> ours = new ArrayList<>();
    for (Path page : pages()) {
      for (String line : commands(page)) {
        OURS.matcher(line).results().map(found -> found.group(1)).forEach(ours::add);
      }
    }

    assertThat(ours).hasSizeGreaterThan(20);
    Console console = new Console(System.out, System.err, Map.of(), TOP, false);
    for (String line : ours) {
      assertThatCode(() -> CommandTree.of(console).parseArgs(words(line)))
          .as(line)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyFileThatIsNamedInACommandIsThere() throws IOException {
    int files = 0;
    for (Path page : pages()) {
      for (String line : commands(page)) {
        for (MatchResult file : FILE.matcher(line).results().toList()) {
          assertThat(TOP.resolve(file.group())).as(page + ": " + line).exists();
          files++;
        }
      }
    }
    assertThat(files).isGreaterThan(10);
  }

  @Test
  void theJapanesePageTellsToTypeTheSame() throws IOException {
    assertThat(commands(TOP.resolve("docs/ja/tutorial-gke.md")))
        .isEqualTo(commands(TOP.resolve("docs/tutorial-gke.md")));
  }

  @Test
  void theJapanesePageHasTheSameSectionsAndOutputs() throws IOException {
    assertThat(shape(TOP.resolve("docs/ja/tutorial-gke.md")))
        .isEqualTo(shape(TOP.resolve("docs/tutorial-gke.md")));
  }

  /** Headings by their depth, tables by their rows, and what is expected word for word. */
  private static String shape(Path page) throws IOException {
    String outputs =
        Pattern.compile("```\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(page).replaceAll("(?s)```sh\n.*?```", ""))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"));
    String lines =
        Files.readString(page)
            .lines()
            .filter(line -> line.startsWith("#") || line.startsWith("|"))
            .map(line -> line.replaceAll("[^#|].*", ""))
            .collect(Collectors.joining("\n"));
    return lines + "\n" + outputs;
  }
}
