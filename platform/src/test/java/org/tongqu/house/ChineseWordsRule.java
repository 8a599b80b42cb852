package org.tongqu.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words people read stand in files that can be read, corrected and translated without a compiler. Comments may name a
 * term of the law; tests may say what is expected.
 */
final class ChineseWordsRule implements Rule {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Override
    public List<Finding> findings(Source source) {
        return source.isTest() ? List.of() : new Words(source).findings();
    }

    private static final class Words extends Walk {

        Words(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            var value = String.valueOf(literal.getValue());
            if (HAN.matcher(value).find()) {
                found(literal, "\"" + value + "\" belongs into a file of texts or data");
            }
            return super.visitLiteral(literal, unused);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            if (HAN.matcher(name.getName()).find()) {
                found(name, name.getName() + " is not a name everybody can type");
            }
            return super.visitIdentifier(name, unused);
        }
    }
}
