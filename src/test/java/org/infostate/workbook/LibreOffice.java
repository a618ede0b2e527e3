package org.infostate.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * LibreOffice without a window: converts workbooks, and edits them as a person does, by a script in
 * its own scripting interface. One profile for each process, as LibreOffice demands.
 */
public final class LibreOffice {

  /** Named by {@code @EnabledIf} on the tests that need it. */
  public static final String AVAILABLE = "org.infostate.workbook.LibreOffice#available";

  public static final String WHY =
      "LibreOffice and its Python interface are not here"
          + " (apt-get install libreoffice-calc python3-uno)";

  private static final Path PROGRAM = Path.of("/usr/bin/soffice");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path INTERFACE = Path.of("/usr/lib/python3/dist-packages/uno.py");
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;

  /**
   * @param folder of its own, in which files come and go
   */
  public LibreOffice(Path folder) {
    this.folder = folder;
  }

  public static boolean available() {
    return Files.isExecutable(PROGRAM) && Files.isExecutable(PYTHON) && Files.exists(INTERFACE);
  }

  /** Opens the workbook and saves it as .xlsx, as it is. */
  public byte[] saved(byte[] workbook) throws IOException {
    Path in = folder.resolve("in.xlsx");
    Path out = folder.resolve("converted");
    Files.write(in, workbook);
    run(
        List.of(
            PROGRAM.toString(),
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--norestore",
            "--convert-to",
            "xlsx",
            "--outdir",
            out.toString(),
            in.toString()));
    // It ends with 0 even where it failed; only the file tells.
    return Files.readAllBytes(out.resolve("in.xlsx"));
  }

  /**
   * Opens the workbook, does something in it, and saves it as .xlsx.
   *
   * @param deeds see {@code src/test/python/edit_workbook.py}
   */
  public byte[] edited(byte[] workbook, String... deeds) throws IOException {
    Path in = folder.resolve("in.xlsx");
    Path out = folder.resolve("out.xlsx");
    Files.write(in, workbook);
    Files.deleteIfExists(out);
    List<String> command = new ArrayList<>();
    command.add(PYTHON.toString());
    command.add(Path.of("src/test/python/edit_workbook.py").toAbsolutePath().toString());
    command.add(PROGRAM.toString());
    command.add(folder.resolve("profile").toUri().toString());
    command.add(in.toUri().toString());
    command.add(out.toUri().toString());
    command.addAll(List.of(deeds));
    run(command);
    return Files.readAllBytes(out);
  }

  private void run(List<String> command) throws IOException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("LibreOffice did not end: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException("LibreOffice failed: " + Files.readString(log));
    }
  }
}
