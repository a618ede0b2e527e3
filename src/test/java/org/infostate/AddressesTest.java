package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No address is out of reach. A server looks for the class whose own path fits best and then only
 * at its methods, so a class at a longer path hides what other classes have below it.
 */
class AddressesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.infostate");

  @Test
  void noClassHidesAnAddressOfAnother() {
    List<JavaClass> resources =
        CLASSES.stream().filter(type -> type.isAnnotatedWith(Path.class)).toList();
    List<String> hidden = new ArrayList<>();
    for (JavaClass owner : resources) {
      for (JavaMethod method : owner.getMethods()) {
        if (CanBeAnnotated.Predicates.metaAnnotatedWith(HttpMethod.class).test(method)) {
          resources.stream()
              .filter(other -> hides(path(other), path(owner), address(owner, method)))
              .forEach(other -> hidden.add(other.getSimpleName() + " hides " + method.getName()));
        }
      }
    }
    assertTrue(resources.size() > 30, () -> resources.size() + " classes");
    assertEquals(List.of(), hidden);
  }

  @Test
  void aLongerPathHidesWhatIsBelowIt() {
    assertTrue(hides("a/{b}/c", "a", "a/{x}/c/{d}"));
    assertEquals(false, hides("a/{b}/c", "a", "a/{x}/d"));
    assertEquals(false, hides("a", "a/{b}", "a/{b}/c"));
    assertEquals(false, hides("a/c", "a", "a/{b}"), "that one name is meant");
  }

  private static String path(JavaClass type) {
    return type.getAnnotationOfType(Path.class).value();
  }

  private static String address(JavaClass owner, JavaMethod method) {
    return method.isAnnotatedWith(Path.class)
        ? path(owner) + "/" + method.getAnnotationOfType(Path.class).value()
        : path(owner);
  }

  private static boolean hides(String other, String own, String address) {
    String[] begins = segments(other);
    String[] whole = segments(address);
    if (other.equals(own) || begins.length > whole.length || literal(other) <= literal(own)) {
      return false;
    }
    for (int i = 0; i < begins.length; i++) {
      if (!begins[i].startsWith("{") && !begins[i].equals(whole[i])) {
        return false;
      }
    }
    return true;
  }

  private static String[] segments(String path) {
    return path.replaceAll("^/|/$", "").split("/");
  }

  private static int literal(String path) {
    return path.replaceAll("\\{[^}]*\\}", "").length();
  }
}
