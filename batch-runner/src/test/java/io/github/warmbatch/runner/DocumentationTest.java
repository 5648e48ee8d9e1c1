package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.examples.FraudTraining;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.redis.RedissonJobQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows is what the build compiles and runs. */
class DocumentationTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- include: (\\S+)#(\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");

  private static final Pattern TEST_METHOD =
      Pattern.compile("`(\\w+(?:Test|IT|Contract|Laws))\\.(\\w+)`");

  @TempDir private Path root;

  @Test
  void snippetsAreTheirFilesRegions() throws IOException {
    List<MatchResult> snippets =
        SNIPPET.matcher(Files.readString(TOP.resolve("README.md"))).results().toList();

    assertThat(snippets).isNotEmpty();
    for (MatchResult snippet : snippets) {
      assertThat(snippet.group(3)).isEqualTo(region(snippet.group(1), snippet.group(2)));
    }
  }

  @Test
  void linksLeadToFilesThatAreThere() throws IOException {
    int links = 0;
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        assertThat(page.resolveSibling(link.group(1))).as("linked from " + page).exists();
        links++;
      }
    }
    assertThat(links).isPositive();
  }

  @Test
  void testsThatAreSaidToProveAPromiseAreThere() throws IOException {
    Map<String, String> sources = testSources();
    List<MatchResult> named =
        TEST_NAME.matcher(Files.readString(TOP.resolve("README.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named).allSatisfy(name -> assertThat(sources).containsKey(name.group(1)));
  }

  @Test
  void methodsThatAreSaidToProveAPromiseAreThere() throws IOException {
    Map<String, String> sources = testSources();
    List<MatchResult> named =
        TEST_METHOD.matcher(Files.readString(TOP.resolve("docs/guarantees.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named)
        .allSatisfy(
            name -> {
              Pattern test = Pattern.compile("(?m)^  (default )?void " + name.group(2) + "\\(");
              String source = sources.getOrDefault(name.group(1), "");
              assertThat(test.matcher(source).find()).as(name.group()).isTrue();
            });
  }

  @Test
  void embeddedWorkerTrainsOnTheTutorialsFiles() throws IOException, InterruptedException {
    List<String> days = TutorialFiles.layOut(root);
    try (EmbeddedRedis redis = EmbeddedRedis.start()) {
      URI uri = URI.create(redis.uri());
      try (RedissonJobQueue queue = RedissonJobQueue.connect(uri, "datasets")) {
        queue.submit(days.stream().map(Payload::of).toList());
      }

      RunSummary run = FraudTraining.train(uri, root);

      assertThat(run.isClean()).isTrue();
      assertThat(run.absorbed()).isEqualTo(2);
    }
    assertThat(root.resolve("output/model_cpt_2018-04-02.wbm")).exists();
  }

  /** The text of each test class, by its name. */
  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(TOP)) {
      for (Path file : files.filter(DocumentationTest::isTestSource).toList()) {
        String name = file.getFileName().toString();
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return sources;
  }

  private static boolean isTestSource(Path file) {
    return file.toString().contains("src/test/java") && file.toString().endsWith(".java");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(TOP);
        Stream<Path> docs = Files.walk(TOP.resolve("docs"))) {
      return Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
  }

  private static String region(String file, String tag) throws IOException {
    List<String> lines = Files.readAllLines(TOP.resolve(file));
    int first = indexOf(lines, "// tag::" + tag + "[]") + 1;
    int end = indexOf(lines, "// end::" + tag + "[]");
    String indent = lines.get(first).replaceFirst("\\S.*", "");
    return lines.subList(first, end).stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static int indexOf(List<String> lines, String marker) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(marker)) {
        return i;
      }
    }
    throw new AssertionError("No line " + marker);
  }
}
