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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders below {@code questionnaires/} that ship with the program. */
public final class ShippedFiles {

  private ShippedFiles() {}

  /** Files by name, of each folder that holds a {@code form.yaml}, in the order of the folders. */
  public static List<Map<String, String>> forms() {
    return folders("/questionnaires", FormFile.FORM);
  }

  private static List<Map<String, String>> folders(String root, String marker) {
    URL url = ShippedFiles.class.getResource(root);
    if (url == null) {
      return List.of();
    }
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("file")) {
        return folders(Path.of(uri), marker);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return folders(jar.getPath(root), marker);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Map<String, String>> folders(Path root, String marker) throws IOException {
    List<Path> markers;
    try (Stream<Path> paths = Files.walk(root)) {
      markers = paths.filter(path -> path.endsWith(marker)).sorted().toList();
    }
    List<Map<String, String>> folders = new ArrayList<>();
    for (Path path : markers) {
      Map<String, String> files = new TreeMap<>();
      try (Stream<Path> siblings = Files.list(path.getParent())) {
        for (Path file : siblings.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          files.put(file.getFileName().toString(), Files.readString(file));
        }
      }
      folders.add(files);
    }
    return folders;
  }
}
