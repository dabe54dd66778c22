package archive

// problem says in two languages what is wrong and what to do.
type problem struct{ zh, en string }

func (p *problem) Error() string { return p.zh + " (" + p.en + ")" }

// What is wrong with an archive or a member.
var (
	ErrBroken    error = &problem{"压缩包已损坏或不完整（读不出目录；分卷压缩包请先合并），请重新下载或复制；若本是 Word/Excel 文档，请打开后另存一份", "a broken or incomplete zip archive: its directory cannot be read; fetch it anew (join one that is split first), or save the document again if it is one of Word or Excel"}
	ErrEmpty     error = &problem{"压缩包里没有文件，请检查是否打包完整", "the archive holds no file; check that it was packed completely"}
	ErrMany      error = &problem{"压缩包里的文件太多，请分成几个", "the archive holds too many files; split it"}
	ErrEncrypted error = &problem{"压缩包加了密码，请解压后再读", "it is encrypted in the archive; unpack it first"}
	ErrMethod    error = &problem{"压缩方法不认识（不是普通的 deflate），请解压后再读", "it is packed by an unknown method, not by plain deflate; unpack it first"}
	ErrLink      error = &problem{"压缩包里只有指向它的链接，请把文件本身放进去", "the archive holds only a link to it; pack the file itself"}
	ErrDamaged   error = &problem{"在压缩包里已损坏（解压或校验不符），请重新打包或下载", "it is damaged in the archive: it does not unpack to its checksum; pack or fetch it anew"}
	ErrBomb      error = &problem{"解压后大得不合常理，可能是压缩炸弹，没有读取；确实无误时可提高解压倍数上限", "it unpacks to far more than a document would, perhaps a zip bomb, and was not read; raise the limit of the ratio if it is sound"}
	ErrLarge     error = &problem{"解压后太大，请拆分，或提高大小上限", "it is too large when unpacked; split it or raise the limit"}
)
