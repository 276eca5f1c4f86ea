package dev.transportadvisor.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where {@code java -jar} begins: hands over to {@link Main}, and loads what most runs use from the jar without detours.
 * For each class Java's own loader asks its parents first, and looks at versions, signers and the manifest, all by code
 * that runs for the first time; without that a run takes a tenth less time. The launcher begins at {@link Main}, since
 * an archive holds only classes of Java's own loaders.
 */
public final class Start extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;

    private Start(ZipFile jar) {
        super(Start.class.getClassLoader());
        this.jar = jar;
        Package own = Start.class.getPackage();
        definePackage(own.getName(), null, null, null, null, own.getImplementationVersion(), null, null);
    }

    public static void main(String[] arguments) throws Throwable {
        // With -jar, that is the path of the jar, behind which those of agents may stand. As with Java's own loader, the
        // jar stays open.
        String path = System.getProperty("java.class.path").split(File.pathSeparator)[0];
        Start loader = new Start(new ZipFile(path));
        try {
            loader.loadClass("dev.transportadvisor.cli.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isOften(name)) {
            return getParent().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** Nothing else in the jar may ask for one of these, since it would get another class of the same name. */
    private static boolean isOften(String name) {
        return name.startsWith("dev.transportadvisor.")
                || name.startsWith("picocli.")
                || name.startsWith("org.yaml.snakeyaml.")
                || name.startsWith("com.github.freva.asciitable.");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream code = jar.getInputStream(entry)) {
            byte[] bytes = code.readNBytes((int) entry.getSize());
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
