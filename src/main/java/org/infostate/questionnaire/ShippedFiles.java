package org.infostate.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders below {@code questionnaires/} that ship with the program. */
public final class ShippedFiles {

  private ShippedFiles() {}

  private static final String ROOT = "/questionnaires";

  /** Files by name, of each folder that holds a {@code form.yaml}, in the order of the folders. */
  public static List<Map<String, String>> forms() {
    Map<String, Map<String, String>> folders = new TreeMap<>();
    below("")
        .forEach(
            (path, text) -> {
              int slash = path.lastIndexOf('/') + 1;
              folders
                  .computeIfAbsent(path.substring(0, slash), folder -> new TreeMap<>())
                  .put(path.substring(slash), text);
            });
    return folders.values().stream().filter(files -> files.containsKey(FormFile.FORM)).toList();
  }

  /**
   * The YAML files in a folder and all that it holds, by their path from it, in the order of these.
   *
   * @param folder below {@code questionnaires/}, such as {@code index}; empty for the whole
   */
  public static SortedMap<String, String> below(String folder) {
    URL url = ShippedFiles.class.getResource(ROOT);
    if (url == null) {
      return new TreeMap<>();
    }
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("file")) {
        return read(Path.of(uri).resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath(ROOT).resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        String path = folder.relativize(file).toString();
        files.put(path.replace(file.getFileSystem().getSeparator(), "/"), Files.readString(file));
      }
    }
    return files;
  }
}
