package org.tongqu.platform.matter.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that can be handed in as a material. Which of them one material takes is said by its pack. */
public enum ContentType {
    PDF("application/pdf", List.of("pdf")),
    JPEG("image/jpeg", List.of("jpg", "jpeg")),
    PNG("image/png", List.of("png")),
    /** 版式文档, GB/T 33190. */
    OFD("application/ofd", List.of("ofd"));

    private final String mediaType;
    private final List<String> extensions;

    ContentType(String mediaType, List<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending a file of this kind is stored and handed out under. */
    public String extension() {
        return extensions.getFirst();
    }

    /** Finds the kind by what packs and browsers write: {@code pdf}, {@code .PDF} or {@code application/pdf}. */
    public static Optional<ContentType> fromName(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        var bare = plain.startsWith(".") ? plain.substring(1) : plain;
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(bare) || type.extensions.contains(bare))
                .findFirst();
    }
}
