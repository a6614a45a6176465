package org.touchstone.statistics;

import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the module shows the world, for tests that hold all of it to a rule. */
final class Published {
  private Published() {}

  /** The public types of the packages that the module exports, those inside others too. */
  static List<Class<?>> types() throws IOException, URISyntaxException {
    var exports = Pattern.compile("exports ([\\w.]+);").matcher(Files.readString(Path.of("src/main/java/module-info.java")));
    Path classes = Path.of(Provenance.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var types = new TreeMap<String, Class<?>>();
    while (exports.find()) {
      try (var files = Files.list(classes.resolve(exports.group(1).replace('.', '/')))) {
        for (String name : files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".class") && !f.startsWith("package-info")).toList()) {
          Class<?> type = classOf(exports.group(1) + "." + name.substring(0, name.length() - ".class".length()));
          if (isPublic(type)) types.put(type.getName(), type);
        }
      }
    }
    return List.copyOf(types.values());
  }

  /** Whether it says how it came to be. */
  static boolean isResult(Class<?> type) {
    return Stream.of(type.getMethods()).anyMatch(m -> m.getName().equals("provenance") && m.getParameterCount() == 0 && m.getReturnType() == Provenance.class);
  }

  /** The types that a type is made of. */
  static Set<Class<?>> mentioned(Type type) {
    var found = new HashSet<Class<?>>();
    switch (type) {
      case Class<?> plain -> found.add(plain.isArray() ? plain.getComponentType() : plain);
      case ParameterizedType of -> {
        found.addAll(mentioned(of.getRawType()));
        for (Type argument : of.getActualTypeArguments()) found.addAll(mentioned(argument));
      }
      case GenericArrayType array -> found.addAll(mentioned(array.getGenericComponentType()));
      case WildcardType any -> Stream.of(any.getUpperBounds()).forEach(bound -> found.addAll(mentioned(bound)));
      default -> { }
    }
    return found;
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(name, false, Provenance.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return !type.isAnonymousClass() && !type.isLocalClass() && Modifier.isPublic(type.getModifiers()) && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }
}
