package io.postrider.reply;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words that are understood from the start. Bare yes and no are left out on purpose: people answer questions with them.
 * A {@code ~} stands before a word that people also use otherwise; it counts only when its sentence says nothing else.
 */
public final class StandardWords {
    private static final String LISTS = """
            en | STOP, STOP ALL, STOPALL, UNSUBSCRIBE, UNSUB, OPT OUT, OPT-OUT, OPTOUT, REMOVE ME, ~REMOVE, ~CANCEL, ~END, ~QUIT, ~REVOKE | START, UNSTOP, RESUBSCRIBE, SUBSCRIBE, OPT IN, OPT-IN, OPTIN | HELP, INFO
            ru | СТОП, ОТПИСКА, ОТПИСАТЬСЯ, ОТПИСАТЬ, ОТПИШИТЕ, ~ОТКАЗ, ~ОТМЕНА, ~НЕ НАДО, ~НЕ ПИШИТЕ | СТАРТ, ПОДПИСКА, ПОДПИСАТЬСЯ, ПОДПИСАТЬ | ПОМОЩЬ, ИНФО, СПРАВКА
            uk | СТОП, ВІДПИСКА, ВІДПИСАТИСЯ, ~ВІДМОВА, ~СКАСУВАТИ | СТАРТ, ПІДПИСКА, ПІДПИСАТИСЯ | ДОПОМОГА, ІНФО
            be | СТОП, АДПІСКА, АДПІСАЦЦА, ~АДМОВА | СТАРТ, ПАДПІСКА, ПАДПІСАЦЦА | ДАПАМОГА, ІНФА
            de | STOP, STOPP, ABMELDEN, ABMELDUNG, ABBESTELLEN, AUSTRAGEN, ~ENDE, ~KÜNDIGEN, ~SCHLUSS | START, ANMELDEN | HILFE, INFO
            fr | STOP, ARRÊT, ARRÊTER, ARRÊTEZ, DÉSABO, DÉSABONNER, DÉSABONNEMENT, DÉSINSCRIRE, ~FIN | DÉBUT, REPRENDRE, RÉABONNER | AIDE, INFO
            es | STOP, BAJA, PARAR, DETENER, ~ALTO, DESUSCRIBIR, CANCELAR SUSCRIPCIÓN, ~CANCELAR, ~BASTA | INICIAR, ALTA, SUSCRIBIR | AYUDA, INFO
            pt | SAIR, PARAR, PARE, REMOVER, DESCADASTRAR, CANCELAR INSCRIÇÃO, ~CANCELAR, ~FIM | INICIAR, VOLTAR, COMEÇAR | AJUDA, INFO
            it | STOP, CANCELLAMI, DISISCRIVI, DISISCRIVIMI, ~FERMA, ~BASTA, ~CANCELLA, ~ANNULLA | AVVIA, INIZIA, ISCRIVIMI | AIUTO, INFO
            nl | STOP, STOPPEN, AFMELDEN, UITSCHRIJVEN, ~EINDE | START, AANMELDEN | HULP, INFO
            pl | STOP, WYPISZ, WYPISZ MNIE, REZYGNUJĘ, REZYGNACJA, ~KONIEC, ~ANULUJ | START, ZAPISZ | POMOC, INFO
            tr | STOP, RET, İPTAL, DURDUR, ABONELİKTEN ÇIK, ~DUR, ~ÇIK | BAŞLA, BAŞLAT | YARDIM, BİLGİ
            cs | STOP, ODHLÁSIT, ODHLÁSIT SE, ZRUŠIT ODBĚR, ~ZRUŠIT, ~KONEC | START, PŘIHLÁSIT | POMOC, INFO
            sk | STOP, ODHLÁSIŤ, ODHLÁSIŤ SA, ~ZRUŠIŤ, ~KONIEC | ŠTART, PRIHLÁSIŤ | POMOC, INFO
            hu | STOP, LEIRATKOZÁS, LEIRATKOZOM, LEIRATKOZNI, ~VÉGE, ~ÁLLJ | START, FELIRATKOZÁS, FELIRATKOZOM | SEGÍTSÉG, INFÓ
            ro | STOP, DEZABONARE, DEZABONEAZĂ, DEZABONEAZĂ-MĂ, ~OPREȘTE, ~ANULEAZĂ | START, ABONARE | AJUTOR, INFO
            bg | СТОП, ОТПИШИ, ОТПИСВАНЕ, ~СПРИ, ~ОТКАЗ | СТАРТ, АБОНИРАЙ | ПОМОЩ, ИНФО
            sr | СТОП, ОДЈАВА, ОДЈАВИ, STOP, ODJAVA, ODJAVI, ~KRAJ | СТАРТ, ПРИЈАВА, START, PRIJAVA | ПОМОЋ, POMOĆ, INFO
            hr | STOP, ODJAVA, ODJAVI, ~KRAJ, ~PREKID | START, PRIJAVA, PRIJAVI | POMOĆ, INFO
            sl | STOP, ODJAVA, ODJAVI, ~KONEC | START, PRIJAVA | POMOČ, INFO
            el | ΣΤΟΠ, ΔΙΑΓΡΑΦΗ, ΑΠΕΓΓΡΑΦΗ, ΚΑΤΑΡΓΗΣΗ, ~ΤΕΛΟΣ, ~ΑΚΥΡΩΣΗ | ΕΝΑΡΞΗ, ΕΓΓΡΑΦΗ | ΒΟΗΘΕΙΑ, ΠΛΗΡΟΦΟΡΙΕΣ
            sv | STOPP, STOP, AVREGISTRERA, AVSLUTA, AVANMÄL, ~SLUTA, ~SLUT | START, STARTA | HJÄLP, INFO
            da | STOP, STOPP, AFMELD, AFMELDING, ~SLUT | START, TILMELD | HJÆLP, INFO
            nb | STOPP, STOP, AVMELD, AVSLUTT, ~SLUTT | START, PÅMELD | HJELP, INFO
            fi | STOP, PERUUTA, POISTA, LOPETA, ~LOPPU | ALOITA, TILAA | APUA, OHJE, INFO
            et | STOPP, STOP, LOOBU, LÕPETA, ~TÜHISTA | START, ALUSTA | ABI, INFO
            lv | STOP, ATTEIKTIES, ATRAKSTĪTIES, ~BEIGT, ~STĀT | START, SĀKT, PIETEIKTIES | PALĪDZĪBA, INFO
            lt | STOP, ATSISAKYTI, ATSISAKAU, ~BAIGTI, ~STABDYTI | START, PRADĖTI | PAGALBA, INFO
            hy | ՍՏՈՊ, ԿԱՆԳ, ՀՐԱԺԱՐՎԵԼ, ~ԴԱԴԱՐԵՑՆԵԼ | ՍԿՍԵԼ, ԲԱԺԱՆՈՐԴԱԳՐՎԵԼ | ՕԳՆՈՒԹՅՈՒՆ
            ka | სტოპ, გაუქმება, შეწყვეტა, ~გამორთვა | სტარტ, დაწყება, გამოწერა | დახმარება, ინფო
            kk | СТОП, ТОҚТАТУ, БАС ТАРТУ, ~ТОҚТА | БАСТАУ, ЖАЗЫЛУ | КӨМЕК, АНЫҚТАМА
            uz | STOP, TO‘XTATISH, BEKOR QILISH, СТОП, ТЎХТАТИШ | BOSHLASH, OBUNA | YORDAM, ЁРДАМ
            az | STOP, DAYANDIR, LƏĞV ET, İMTİNA, ~DAYAN | BAŞLA, ABUNƏ | KÖMƏK, YARDIM
            ar | توقف, إيقاف, ايقاف, الغاء الاشتراك, إلغاء الاشتراك, ~الغاء, ~إلغاء, ~قف | ابدأ, اشتراك, اشترك | مساعدة
            fa | توقف, لغو اشتراک, لغو عضویت, ~لغو | شروع, عضویت | راهنما, کمک
            he | הסר, הסרה, הסירו, הסר אותי, עצור, ~בטל, ~די | התחל, הצטרף | עזרה
            ur | بند کریں, روکیں, ~بند | شروع کریں, ~شروع | مدد
            hi | रोकें, रोको, बंद करें, सदस्यता समाप्त, ~बंद | शुरू करें, ~शुरू | मदद, सहायता
            bn | বন্ধ করুন, থামান, ~বন্ধ | শুরু করুন, ~শুরু | সাহায্য
            th | หยุด, ยกเลิก, ยกเลิกการสมัคร | เริ่ม, สมัคร | ช่วยเหลือ
            vi | STOP, DỪNG, HỦY, HUỶ, TỪ CHỐI, HỦY ĐĂNG KÝ, ~TC | BẮT ĐẦU, ĐĂNG KÝ | TRỢ GIÚP, GIÚP ĐỠ
            id | STOP, BERHENTI, UNREG, ~BATAL | MULAI, DAFTAR | BANTUAN, INFO
            ms | STOP, BERHENTI, HENTIKAN, ~BATAL, ~TAMAT | MULA, DAFTAR | BANTUAN, INFO
            tl | STOP, ITIGIL, TIGIL, ~HINTO | SIMULAN | TULONG
            sw | STOP, SITISHA, JIONDOE | ANZA, JIUNGE | MSAADA
            zh | 退订, 退訂, 取消订阅, 取消訂閱, 停止, ~TD, ~取消 | 订阅, 訂閱, 开始, 開始 | 帮助, 幫助
            ja | 停止, 配信停止, 解除, 退会, ストップ, ~やめて | 開始, 再開, スタート | ヘルプ, 助けて
            ko | 수신거부, 수신 거부, 거부, 중지, 스톱, ~그만, ~취소 | 시작, 수신동의 | 도움말, 도움
            """;
    private static final List<WordList> ALL =
            LISTS.lines().map(StandardWords::list).toList();

    private StandardWords() {}

    /** The words of every language. */
    public static List<WordList> all() {
        return ALL;
    }

    /** A word of a list without its mark. */
    static String shown(String word) {
        return isEveryday(word) ? word.substring(WordList.EVERYDAY.length()) : word;
    }

    /** Whether a word of a list counts only when its sentence says nothing else. */
    static boolean isEveryday(String word) {
        return word.startsWith(WordList.EVERYDAY);
    }

    private static WordList list(String line) {
        String[] parts = line.split("\\|", -1);
        return new WordList(parts[0].strip(), words(parts[1]), words(parts[2]), words(parts[3]));
    }

    private static List<String> words(String part) {
        return Stream.of(part.split(",", -1)).map(String::strip).toList();
    }
}
