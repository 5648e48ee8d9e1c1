package io.github.warmbatch.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what a power cut takes: contents that were not synced, and names
 * whose directory was not synced since.
 */
final class SimulatedDisk implements FileOperations {
  private final Directory root;

  /** A disk with nothing on it but the root. */
  SimulatedDisk() {
    this(new Directory());
  }

  private SimulatedDisk(Directory root) {
    this.root = root;
  }

  /** What has a name. */
  private sealed interface Node permits Directory, Content {}

  private static final class Directory implements Node {
    private final Map<String, Node> names = new TreeMap<>();
    private final Map<String, Node> synced = new TreeMap<>();
    private final List<Change> unsynced = new ArrayList<>();

    private void put(String name, @Nullable Node node) {
      change(names, name, node);
      unsynced.add(new Change(name, node));
    }
  }

  private static final class Content implements Node {
    private byte[] bytes = new byte[0];
    private byte[] synced = new byte[0];
  }

  private record Change(String name, @Nullable Node node) {}

  /** What a power cut leaves of that which was not synced. */
  interface Survival {
    /** Whether a change of a directory survives. */
    boolean change();

    /** What survives of a file. */
    byte[] content(byte[] synced, byte[] unsynced);
  }

  /** The disk as it is found after the power was cut and came back. */
  synchronized SimulatedDisk afterPowerCut(Survival survival) {
    return new SimulatedDisk((Directory) survivor(root, survival, new IdentityHashMap<>()));
  }

  private static Node survivor(Node node, Survival survival, Map<Node, Node> done) {
    Node known = done.get(node);
    if (known != null) {
      return known;
    }
    if (node instanceof Content content) {
      Content copy = new Content();
      copy.bytes = survival.content(content.synced.clone(), content.bytes.clone());
      copy.synced = copy.bytes;
      done.put(node, copy);
      return copy;
    }
    Directory directory = (Directory) node;
    Map<String, Node> kept = new TreeMap<>(directory.synced);
    for (Change change : directory.unsynced) {
      if (survival.change()) {
        change(kept, change.name(), change.node());
      }
    }
    Directory copy = new Directory();
    kept.forEach((name, entry) -> copy.names.put(name, survivor(entry, survival, done)));
    copy.synced.putAll(copy.names);
    done.put(node, copy);
    return copy;
  }

  private static void change(Map<String, Node> names, String name, @Nullable Node node) {
    if (node == null) {
      names.remove(name);
    } else {
      names.put(name, node);
    }
  }

  @Override
  public synchronized void createDirectory(Path path) throws IOException {
    add(path, new Directory());
  }

  @Override
  public synchronized List<String> list(Path path) throws IOException {
    return List.copyOf(directory(path).names.keySet());
  }

  @Override
  public synchronized InputStream open(Path file) throws IOException {
    return new ByteArrayInputStream(content(file).bytes);
  }

  @Override
  public synchronized long size(Path file) throws IOException {
    return content(file).bytes.length;
  }

  @Override
  public OptionalLong usableBytes(Path directory) {
    return OptionalLong.empty();
  }

  @Override
  public synchronized Output create(Path file) throws IOException {
    Content content = new Content();
    add(file, content);
    return new ContentOutput(content);
  }

  @Override
  public synchronized void link(Path file, Path name) throws IOException {
    add(name, content(file));
  }

  @Override
  public synchronized boolean sameFile(Path one, Path other) throws IOException {
    return content(one) == content(other);
  }

  @Override
  public synchronized void delete(Path file) throws IOException {
    content(file);
    directory(above(file)).put(nameOf(file), null);
  }

  @Override
  public synchronized void syncDirectory(Path path) throws IOException {
    Directory directory = directory(path);
    directory.unsynced.clear();
    directory.synced.clear();
    directory.synced.putAll(directory.names);
  }

  /** Replaces a file's content, synced, behind everybody's back. */
  synchronized void overwrite(Path file, byte[] bytes) throws IOException {
    Content content = content(file);
    content.bytes = bytes.clone();
    content.synced = bytes.clone();
  }

  private void add(Path path, Node node) throws IOException {
    Directory directory = directory(above(path));
    if (directory.names.containsKey(nameOf(path))) {
      throw new FileAlreadyExistsException(path.toString());
    }
    directory.put(nameOf(path), node);
  }

  private Directory directory(Path path) throws IOException {
    if (node(path) instanceof Directory directory) {
      return directory;
    }
    throw new NoSuchFileException(path.toString());
  }

  private Content content(Path path) throws IOException {
    if (node(path) instanceof Content content) {
      return content;
    }
    throw new NoSuchFileException(path.toString());
  }

  private @Nullable Node node(Path path) {
    Node node = root;
    for (Path name : path) {
      node = node instanceof Directory directory ? directory.names.get(name.toString()) : null;
    }
    return node;
  }

  private static Path above(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private final class ContentOutput extends Output {
    private final Content content;

    ContentOutput(Content content) {
      this.content = content;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      synchronized (SimulatedDisk.this) {
        byte[] longer = Arrays.copyOf(content.bytes, content.bytes.length + length);
        System.arraycopy(bytes, offset, longer, content.bytes.length, length);
        content.bytes = longer;
      }
    }

    @Override
    void sync() {
      synchronized (SimulatedDisk.this) {
        content.synced = content.bytes.clone();
      }
    }
  }
}
