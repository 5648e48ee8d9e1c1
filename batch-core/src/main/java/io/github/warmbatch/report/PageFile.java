package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The report as a page, replaced as a whole. Follows from the lineage and the champion alone, to
 * the byte. Keeps the text of the decisions it wrote before. Not safe for use from many threads.
 */
final class PageFile {
  private final Path file;
  private final Staging staging;
  private final StringBuilder decisions = new StringBuilder();
  private @Nullable PageTemplate template;
  private @Nullable Manifest newest;

  PageFile(Path file, Staging staging) {
    this.file = file;
    this.staging = staging;
  }

  /** Writes the page unless it is there. An empty lineage has none. */
  void write(Lineage lineage, Supplier<Optional<Promotion>> champion) throws IOException {
    if (lineage.head() == 0) {
      return;
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          file.toString(), null, "is not a regular file; move it out of the way");
    }
    byte[] page = render(lineage, champion.get());
    if (!holds(page)) {
      staging.publish(file, name -> Files.write(name, page));
    }
  }

  private byte[] render(Lineage lineage, Optional<Promotion> champion) throws IOException {
    if (template == null) {
      template = PageTemplate.load();
    }
    PageData data = new PageData(lineage);
    List<Manifest> history = lineage.history();
    int kept = kept(history);
    if (kept == 0) {
      decisions.setLength(0);
    }
    for (Manifest manifest : history.subList(kept, history.size())) {
      decisions.append(decisions.isEmpty() ? "" : ",\n").append(data.decision(manifest));
    }
    newest = history.get(history.size() - 1);
    return template.with(data.page(champion, decisions));
  }

  /** How many decisions were written before and are still to be told in the same words. */
  private int kept(List<Manifest> history) {
    Manifest last = newest;
    if (last == null
        || last.number() > history.size()
        || !history.get((int) last.number() - 1).sha256().equals(last.sha256())) {
      return 0;
    }
    boolean goesBack =
        history.subList((int) last.number(), history.size()).stream()
            .anyMatch(manifest -> manifest.decision() instanceof BackTo);
    return goesBack ? 0 : (int) last.number();
  }

  private boolean holds(byte[] page) throws IOException {
    return Files.exists(file)
        && Files.size(file) == page.length
        && Arrays.equals(Files.readAllBytes(file), page);
  }
}
