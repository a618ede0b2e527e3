package org.infostate.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page of a section stands at its name, beside other addresses: no section may be called as one
 * of these, and the list of them is what the classes that answer say.
 */
class SectionAddressesTest {

  private static final String SECTION = "{section}";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Without the variables' names and the slashes at the ends. */
  private static List<String> segments(String path) {
    return List.of(path.replaceAll("^/|/$", "").split("/"));
  }

  private static List<List<String>> addresses() {
    List<List<String>> addresses = new ArrayList<>();
    for (JavaClass owner :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.infostate")) {
      if (owner.isAnnotatedWith(Path.class)) {
        String path = owner.getAnnotationOfType(Path.class).value();
        addresses.add(segments(path));
        for (JavaMethod method : owner.getMethods()) {
          if (method.isAnnotatedWith(Path.class)) {
            addresses.add(segments(path + "/" + method.getAnnotationOfType(Path.class).value()));
          }
        }
      }
    }
    return addresses;
  }

  private static boolean sameBeginning(List<String> one, List<String> other, int length) {
    if (one.size() <= length || other.size() <= length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean variables = one.get(i).startsWith("{") && other.get(i).startsWith("{");
      if (!variables && !one.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void whatStandsBesideSectionsIsTaken() {
    List<List<String>> addresses = addresses();
    Set<String> beside = new TreeSet<>();
    int sections = 0;
    for (List<String> address : addresses) {
      int at = address.indexOf(SECTION);
      if (at >= 0) {
        sections++;
        addresses.stream()
            .filter(other -> sameBeginning(address, other, at))
            .map(other -> other.get(at))
            .filter(name -> NAME.matcher(name).matches())
            .forEach(beside::add);
      }
    }
    assertTrue(sections > 2, sections + " addresses of sections");
    assertEquals(new TreeSet<>(FormCheck.TAKEN), beside);
  }
}
