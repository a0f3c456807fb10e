<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Loket::CaseDraft</name>
    <message>
        <source>typing</source>
        <translation>pengetikan</translation>
    </message>
    <message>
        <source>new member</source>
        <translation>anggota baru</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>tempel</translation>
    </message>
    <message>
        <source>removed member</source>
        <translation>anggota dihapus</translation>
    </message>
    <message>
        <source>moved member</source>
        <translation>anggota dipindah</translation>
    </message>
    <message>
        <source>document seen</source>
        <translation>dokumen dilihat</translation>
    </message>
    <message>
        <source>document not seen</source>
        <translation>dokumen belum dilihat</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>persetujuan</translation>
    </message>
    <message>
        <source>billing address</source>
        <translation>alamat penagihan</translation>
    </message>
    <message>
        <source>warning passed</source>
        <translation>peringatan dilewati</translation>
    </message>
    <message>
        <source>warning open again</source>
        <translation>peringatan dibuka lagi</translation>
    </message>
</context>
<context>
    <name>Loket::DialogTexts</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
</context>
<context>
    <name>Loket::DocumentPanel</name>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>document, member</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 (if there is one)</source>
        <translation>%1 (bila ada)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>Loket::DocumentRow</name>
    <message>
        <source>Why there is no photo: %1</source>
        <translation>Alasan tanpa foto: %1</translation>
    </message>
    <message>
        <source>Reason, e.g. newborn baby</source>
        <translation>Alasan, mis. bayi baru lahir</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>Bebaskan</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message>
        <source>Take photo: %1</source>
        <translation>Ambil foto: %1</translation>
    </message>
    <message>
        <source>waive</source>
        <translation>bebaskan</translation>
    </message>
    <message>
        <source>waived: %1 – take back</source>
        <translation>dibebaskan: %1 – urungkan</translation>
    </message>
</context>
<context>
    <name>Loket::Format</name>
    <message>
        <source>yesterday %1</source>
        <translation>kemarin %1</translation>
    </message>
</context>
<context>
    <name>Loket::IssueText</name>
    <message>
        <source>%1 of %2</source>
        <comment>NIK of Bima</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 is %2 digit(s) short (%3 of %4)</source>
        <translation>%1 kurang %2 angka (%3 dari %4)</translation>
    </message>
    <message>
        <source>%1 has %2 digit(s) too many (%3 instead of %4)</source>
        <translation>%1 lebih %2 angka (%3, seharusnya %4)</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not understood; choose one of the list</source>
        <translation>%1: &quot;%2&quot; tidak dikenali; pilih dari daftar</translation>
    </message>
    <message>
        <source>%1 is still empty</source>
        <translation>%1 belum diisi</translation>
    </message>
    <message>
        <source>Date of birth of %1 differs from the NIK</source>
        <translation>Tanggal lahir %1 tidak sama dengan NIK</translation>
    </message>
    <message>
        <source>Sex of %1 differs from the NIK</source>
        <translation>Jenis kelamin %1 tidak sama dengan NIK</translation>
    </message>
    <message>
        <source>NIK of %1 may hold digits only</source>
        <translation>NIK %1 hanya boleh angka</translation>
    </message>
    <message>
        <source>NIK of %1: there is no such date of birth</source>
        <translation>NIK %1: tanggal lahirnya tidak ada</translation>
    </message>
    <message>
        <source>NIK of %1 can&apos;t end in 0000</source>
        <translation>NIK %1 tidak boleh berakhiran 0000</translation>
    </message>
    <message>
        <source>NIK of %1 begins with an unknown region</source>
        <translation>NIK %1 berawalan wilayah yang tidak dikenal</translation>
    </message>
    <message>
        <source>%1 – from %2</source>
        <translation>%1 – mulai %2</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>anggota ke-%1</translation>
    </message>
</context>
<context>
    <name>Loket::MemberGrid</name>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>Hapus anggota</translation>
    </message>
</context>
<context>
    <name>Loket::MemberModel</name>
    <message>
        <source>+ type to add a member · paste from a family card</source>
        <translation>+ ketik untuk menambah anggota · tempel dari lembar KK</translation>
    </message>
    <message>
        <source>New member, %1</source>
        <translation>Anggota baru, %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Taken from the NIK. Type over it if the identity card says otherwise.</source>
        <translation>Diambil dari NIK. Ketik ulang bila KTP menyebut lain.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Relation to the head: 1 head, 2 husband, 3 wife, 4 child, 5 extra</source>
        <translation>Hubungan dengan kepala: 1 kepala, 2 suami, 3 istri, 4 anak, 5 tambahan</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>NIK, or KITAS/KITAP of a foreign citizen</source>
        <translation>NIK, atau KITAS/KITAP bagi WNA</translation>
    </message>
    <message>
        <source>NIK / KITAS</source>
        <translation>NIK / KITAS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Birth place</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Date of birth, e.g. 29091965 or 29-9-65</source>
        <translation>Tanggal lahir, mis. 29091965 atau 29-9-65</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Sex: 1 or L male, 2 or P female</source>
        <translation>Jenis kelamin: 1 atau L laki-laki, 2 atau P perempuan</translation>
    </message>
    <message>
        <source>M/F</source>
        <translation>L/P</translation>
    </message>
    <message>
        <source>Marital status: 1 single, 2 married, 3 divorced, 4 widowed</source>
        <translation>Status kawin: 1 belum, 2 kawin, 3 cerai hidup, 4 cerai mati</translation>
    </message>
    <message>
        <source>Marital</source>
        <translation>Kawin</translation>
    </message>
    <message>
        <source>Citizenship: 1 WNI, 2 WNA</source>
        <translation>Kewarganegaraan: 1 WNI, 2 WNA</translation>
    </message>
    <message>
        <source>Cit.</source>
        <translation>WN</translation>
    </message>
    <message>
        <source>Primary care facility: code or part of the name</source>
        <translation>FKTP: kode atau bagian nama</translation>
    </message>
    <message>
        <source>FKTP</source>
        <translation>FKTP</translation>
    </message>
</context>
<context>
    <name>Loket::ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message numerus="yes">
        <source>%n still to fill in: %1</source>
        <translation>
            <numerusform>%n belum diisi: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Tidak ada masalah</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n salah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n peringatan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::ProblemRow</name>
    <message>
        <source>Source: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message>
        <source>Go on for a reason</source>
        <translation>Lanjut dengan alasan</translation>
    </message>
    <message>
        <source>passed without a reason – take back</source>
        <translation>dilewati tanpa alasan – urungkan</translation>
    </message>
    <message>
        <source>passed: %1 – take back</source>
        <translation>dilewati: %1 – urungkan</translation>
    </message>
    <message>
        <source>Reason for passing: %1</source>
        <translation>Alasan melewati: %1</translation>
    </message>
    <message>
        <source>Reason, e.g. identity card checked</source>
        <translation>Alasan, mis. KTP asli diperiksa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>Loket::ProblemTexts</name>
    <message>
        <source>%1 digit(s) missing (%2 of %3)</source>
        <translation>kurang %1 angka (%2 dari %3)</translation>
    </message>
    <message>
        <source>%1 digit(s) too many (%2 instead of %3)</source>
        <translation>lebih %1 angka (%2, seharusnya %3)</translation>
    </message>
    <message>
        <source>Birth date differs from the NIK (%1)</source>
        <translation>Tanggal lahir berbeda dari NIK (%1)</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>anggota ke-%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>member&apos;s name, then what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – from %2</source>
        <translation>%1 – mulai %2</translation>
    </message>
</context>
<context>
    <name>Loket::SuggestList</name>
    <message>
        <source>Suggestions</source>
        <translation>Saran</translation>
    </message>
</context>
<context>
    <name>Loket::Texts</name>
    <message>
        <source>draft</source>
        <translation>konsep</translation>
    </message>
    <message>
        <source>saved, waiting to be sent</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>waiting for the supervisor</source>
        <translation>menunggu penyelia</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>received by the server</source>
        <translation>diterima server</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>disetujui</translation>
    </message>
    <message>
        <source>accepted with changes</source>
        <translation>disetujui dengan perubahan</translation>
    </message>
    <message>
        <source>needs correction</source>
        <translation>perlu perbaikan</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>perlu keputusan</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Calon peserta</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>Menunggu bayar</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>In arrears</source>
        <translation>Menunggak</translation>
    </message>
    <message>
        <source>Ends this month</source>
        <translation>Berakhir bulan ini</translation>
    </message>
    <message>
        <source>Ended after dismissal</source>
        <translation>Berakhir setelah PHK</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Changing segment</source>
        <translation>Alih segmen</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>Husband</source>
        <translation>Suami</translation>
    </message>
    <message>
        <source>Wife</source>
        <translation>Istri</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Other family</source>
        <translation>Keluarga lain</translation>
    </message>
    <message>
        <source>The store is not there. Look whether its folder was moved, then start Loket again.</source>
        <translation>Penyimpanan tidak ditemukan. Periksa apakah foldernya dipindah, lalu buka Loket lagi.</translation>
    </message>
    <message>
        <source>This store is open in another Loket (process %1). Close that one first.</source>
        <translation>Penyimpanan ini sedang dibuka Loket lain (proses %1). Tutup yang itu lebih dulu.</translation>
    </message>
    <message>
        <source>The store is busy. Try again in a moment.</source>
        <translation>Penyimpanan sedang sibuk. Coba lagi sebentar.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved. Make room, then save again.</source>
        <translation>Cakram penuh. Tidak ada yang tersimpan. Kosongkan ruang, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The store may not be written. Ask who looks after this computer for the right to write.</source>
        <translation>Penyimpanan tidak boleh ditulis. Minta hak tulis kepada pengelola komputer ini.</translation>
    </message>
    <message>
        <source>The store is damaged. Work no further with it and call support.</source>
        <translation>Penyimpanan rusak. Jangan dipakai lagi dan hubungi dukungan.</translation>
    </message>
    <message>
        <source>The disk reported an error. What was saved before is safe; try again, then call support.</source>
        <translation>Cakram melaporkan kesalahan. Yang sudah tersimpan aman; coba lagi, lalu hubungi dukungan.</translation>
    </message>
    <message>
        <source>The store was written by a newer Loket. Update this program.</source>
        <translation>Penyimpanan ditulis Loket yang lebih baru. Perbarui program ini.</translation>
    </message>
    <message>
        <source>Somebody saved this meanwhile. Look at the new values, then decide.</source>
        <translation>Data ini sudah disimpan orang lain. Lihat nilai barunya, lalu putuskan.</translation>
    </message>
    <message>
        <source>The centre can&apos;t be reached. Everything stays saved here and is sent later.</source>
        <translation>Pusat tidak terjangkau. Semua tetap tersimpan di sini dan dikirim nanti.</translation>
    </message>
    <message>
        <source>This can&apos;t be accepted: %1</source>
        <translation>Tidak dapat diterima: %1</translation>
    </message>
    <message>
        <source>This case was saved before with other content. Open the saved one.</source>
        <translation>Kasus ini sudah tersimpan dengan isi lain. Buka yang tersimpan.</translation>
    </message>
    <message>
        <source>Cancelled. What was done so far is kept.</source>
        <translation>Dibatalkan. Yang sudah selesai tetap tersimpan.</translation>
    </message>
    <message>
        <source>Something went wrong inside Loket. Nothing was changed. Tell support what you did last.</source>
        <translation>Terjadi kesalahan di dalam Loket. Tidak ada yang berubah. Sampaikan ke dukungan apa yang terakhir dilakukan.</translation>
    </message>
</context>
</TS>
