package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files kept by the hash of their content, each once, below the evidence folder. A file is complete
 * on the disk before its name is known to the database.
 */
@ApplicationScoped
public class EvidenceFiles {

  @Inject
  @ConfigProperty(name = "app.evidence.folder")
  private String folder;

  /**
   * Keeps the content.
   *
   * @return its SHA-256 in hexadecimal, by which {@link #read} finds it
   */
  public String keep(byte[] content) throws IOException {
    String sha256 = sha256(content);
    Path file = file(sha256);
    if (Files.exists(file)) {
      return sha256;
    }
    Files.createDirectories(file.getParent());
    Path half = Files.createTempFile(file.getParent(), "half", ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(half.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
    return sha256;
  }

  public byte[] read(String sha256) throws IOException {
    return Files.readAllBytes(file(sha256));
  }

  private Path file(String sha256) {
    return Path.of(folder, sha256.substring(0, 2), sha256);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
