package org.fairreview.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes the files that people submit, sound and broken. */
public final class SampleFiles {

    /** Characters that fit on a line of a printed page. */
    private static final int COLUMN = 28;

    private SampleFiles() {}

    static byte[] docx(String... paragraphs) {
        return docx(document -> List.of(paragraphs)
                .forEach(text -> document.createParagraph().createRun().setText(text)));
    }

    static byte[] docx(Consumer<XWPFDocument> content) {
        try (var document = new XWPFDocument()) {
            content.accept(document);
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docxWithHeader(String header, String... paragraphs) {
        return docx(document -> {
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(header);
            List.of(paragraphs)
                    .forEach(text -> document.createParagraph().createRun().setText(text));
        });
    }

    static byte[] docxOfPictures() {
        return docx(document -> {
            try {
                document.createParagraph()
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(png()),
                                Document.PICTURE_TYPE_PNG,
                                "page.png",
                                Units.toEMU(400),
                                Units.toEMU(600));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static byte[] encryptedDocx(byte[] docx) {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(docx);
            }
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same package with some parts replaced or added. */
    static byte[] withParts(byte[] docx, Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx));
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!parts.containsKey(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One page for each list of paragraphs, each paragraph indented by two characters and set in full lines. */
    @SafeVarargs
    public static byte[] pdf(List<String>... pages) {
        try (var pdf = new PDDocument()) {
            for (var page : pages) {
                addPage(pdf, page);
            }
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedPdf(String userPassword, List<String> page) {
        try (var pdf = new PDDocument()) {
            addPage(pdf, page);
            pdf.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a scanner makes it: pictures of pages, after pages of text if there are any. */
    @SafeVarargs
    static byte[] scannedPdf(int pictures, List<String>... textPages) {
        try (var pdf = new PDDocument()) {
            for (var page : textPages) {
                addPage(pdf, page);
            }
            for (int i = 0; i < pictures; i++) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                var picture = LosslessFactory.createFromImage(pdf, image());
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0, 595, 842);
                }
            }
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPage(PDDocument pdf, List<String> paragraphs) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setItem(COSName.RESOURCES, resources());
        var content = new StringBuilder("BT /F1 16 Tf\n");
        int y = 780;
        for (var paragraph : paragraphs) {
            int from = 0;
            int room = COLUMN - 2;
            int x = 72 + 32;
            while (from < paragraph.length()) {
                var line = paragraph.substring(from, Math.min(paragraph.length(), from + room));
                var hex = HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
                content.append("1 0 0 1 %d %d Tm <%s> Tj%n".formatted(x, y, hex));
                from += line.length();
                room = COLUMN;
                x = 72;
                y -= 28;
            }
        }
        var stream = new PDStream(
                pdf, new ByteArrayInputStream(content.append("ET").toString().getBytes(StandardCharsets.US_ASCII)));
        page.setContents(stream);
        pdf.addPage(page);
    }

    /** A Chinese font that every reader is to know by name, so that none needs to be embedded. */
    private static COSDictionary resources() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(4));
        var cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        cid.setName(COSName.BASE_FONT, "STSong-Light");
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setInt(COSName.DW, 1000);
        var descendants = new COSArray();
        descendants.add(cid);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        var fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return resources;
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    static byte[] png() {
        try {
            var out = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image(), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image() {
        var image = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
        image.setRGB(10, 10, 0xFFFFFF);
        return image;
    }
}
