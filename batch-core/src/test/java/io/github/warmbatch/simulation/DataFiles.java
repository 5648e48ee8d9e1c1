package io.github.warmbatch.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the data root, and what was under each path before. */
final class DataFiles {
  final Path root;
  private final Map<String, Content> onDisk = new HashMap<>();
  private final Map<String, List<Content>> histories = new LinkedHashMap<>();

  DataFiles(Path root) {
    this.root = root;
  }

  /** Begins another story; files that are there stay until they are put or removed. */
  void forget() {
    histories.clear();
  }

  /** The paths that were put, in that order. */
  List<String> paths() {
    return List.copyOf(histories.keySet());
  }

  /** What was under a path, the newest last. */
  List<Content> history(String path) {
    return histories.getOrDefault(path, List.of(Content.NONE));
  }

  Content now(String path) {
    List<Content> history = history(path);
    return history.get(history.size() - 1);
  }

  void put(String path, Content content) {
    histories.computeIfAbsent(path, unused -> new ArrayList<>()).add(content);
    if (content.equals(onDisk.put(path, content))) {
      return;
    }
    try {
      if (content.text() == null) {
        Files.deleteIfExists(root.resolve(path));
      } else {
        Files.writeString(root.resolve(path), content.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
