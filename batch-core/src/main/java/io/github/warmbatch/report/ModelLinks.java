package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.StateRef;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of a lineage under their data sets' names. Not safe for use from many threads. */
final class ModelLinks {
  private final Path output;
  private final Path states;
  private final Staging staging;
  private @Nullable Manifest newest;

  ModelLinks(Path output, Staging staging) {
    this.output = output;
    this.states = output.resolve("lineage");
    this.staging = staging;
  }

  /** Links what was absorbed since this object linked last, or rebuilds. */
  void update(Lineage lineage) throws IOException {
    Optional<List<Manifest>> added = addedSince(newest, lineage.history());
    newest = null;
    if (added.isEmpty()) {
      rebuild(lineage);
      return;
    }
    for (Manifest manifest : added.get()) {
      if (manifest.decision() instanceof Absorbed absorbed) {
        show(output.resolve(nameOf(absorbed)), stateOf(manifest));
      }
    }
    newest = last(lineage.history());
  }

  /** Compares every name with what it should be a link to. */
  void rebuild(Lineage lineage) throws IOException {
    newest = null;
    Set<String> views = Staging.names(output);
    Set<String> kept = Staging.names(states);
    for (Map.Entry<String, Optional<Manifest>> wanted : wanted(lineage).entrySet()) {
      boolean isThere = views.contains(wanted.getKey());
      Path view = output.resolve(wanted.getKey());
      if (wanted.getValue().isPresent()) {
        Path state = stateOf(wanted.getValue().get());
        if (isThere || kept.contains(state.getFileName().toString())) {
          show(view, state);
        }
      } else if (isThere) {
        Files.deleteIfExists(view);
      }
    }
    newest = last(lineage.history());
  }

  /** Compares the names of these numbers, whose states were pruned, with what they should be. */
  void forget(Lineage lineage, List<Long> pruned) throws IOException {
    Map<String, Optional<Manifest>> wanted = wanted(lineage);
    for (long number : pruned) {
      Manifest manifest = lineage.find(number).orElse(null);
      if (manifest != null && manifest.decision() instanceof Absorbed absorbed) {
        compare(nameOf(absorbed), wanted.getOrDefault(nameOf(absorbed), Optional.empty()));
      }
    }
  }

  private void compare(String name, Optional<Manifest> shown) throws IOException {
    if (shown.isPresent()) {
      show(output.resolve(name), stateOf(shown.get()));
    } else {
      Files.deleteIfExists(output.resolve(name));
    }
  }

  /** For each name that this lineage ever gave, whose state it is to show, if any. */
  private static Map<String, Optional<Manifest>> wanted(Lineage lineage) {
    Map<String, Optional<Manifest>> wanted = new LinkedHashMap<>();
    for (Manifest manifest : lineage.history()) {
      if (manifest.decision() instanceof Absorbed absorbed) {
        if (lineage.isAbandoned(manifest.number())) {
          wanted.putIfAbsent(nameOf(absorbed), Optional.empty());
        } else {
          wanted.put(nameOf(absorbed), Optional.of(manifest));
        }
      }
    }
    return wanted;
  }

  /** Makes the view a link to the state, or nothing where the state was pruned. */
  private void show(Path view, Path state) throws IOException {
    if (isSame(view, state)) {
      return;
    }
    if (Files.isRegularFile(state, LinkOption.NOFOLLOW_LINKS)) {
      staging.publish(view, name -> Files.createLink(name, state));
    } else {
      Files.deleteIfExists(view);
    }
  }

  private static boolean isSame(Path view, Path state) throws IOException {
    try {
      return Files.isSameFile(view, state);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path stateOf(Manifest manifest) throws IOException {
    StateRef state = manifest.state();
    if (state == null || !state.file().matches("[0-9A-Za-z][0-9A-Za-z._-]*")) {
      throw new FileSystemException(
          "manifest " + manifest.number(), null, "names no file of the lineage's directory");
    }
    return states.resolve(state.file());
  }

  private static String nameOf(Absorbed absorbed) {
    return ModelName.of(absorbed.dataset().path());
  }

  private static @Nullable Manifest last(List<Manifest> history) {
    return history.isEmpty() ? null : history.get(history.size() - 1);
  }

  /** The manifests after this one, unless it is not of the history or one of them goes back. */
  private static Optional<List<Manifest>> addedSince(
      @Nullable Manifest newest, List<Manifest> history) {
    if (newest == null
        || newest.number() > history.size()
        || !history.get((int) newest.number() - 1).sha256().equals(newest.sha256())) {
      return Optional.empty();
    }
    List<Manifest> added = history.subList((int) newest.number(), history.size());
    boolean goesBack = added.stream().anyMatch(manifest -> manifest.decision() instanceof BackTo);
    return goesBack ? Optional.empty() : Optional.of(added);
  }
}
