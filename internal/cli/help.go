package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpCommand is extract help COMMAND.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help", Hidden: true,
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.usagef("没有 %s 这个命令", "there is no command %s", strings.Join(args, " "))
			}
			a.help(a.Out, about)
			return nil
		},
	}
}

// help prints what a command does, its subcommands and flags; with the main
// command also what it reads and how it ends.
func (a *app) help(w io.Writer, c *cobra.Command) {
	fmt.Fprintf(w, "%s\n\n", c.Long)
	fmt.Fprintf(w, "%s\n  %s\n", a.say("用法：", "Usage:"), c.UseLine())
	if c.HasExample() {
		fmt.Fprintf(w, "\n%s\n%s\n", a.say("例：", "Examples:"), c.Example)
	}
	if c.HasAvailableSubCommands() {
		var rows [][]string
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				rows = append(rows, []string{sub.Name(), sub.Short})
			}
		}
		fmt.Fprintf(w, "\n%s\n%s", a.say("其他命令：", "Other commands:"), align(rows, leftward))
	}
	fmt.Fprintf(w, "\n%s\n%s", a.say("选项：", "Options:"), a.flagUsages(c))
	if !c.HasParent() {
		fmt.Fprintf(w, "\n%s%s", a.inputNotes(), a.say(notesZH, notesEN))
	}
}

// inputNotes say what is read.
func (a *app) inputNotes() string {
	return fmt.Sprintf(a.say(`输入：
  %s 文件，含有它们的目录，或 报告/*.txt 这样的通配符；一个文件里可以有多份报告。格式以内容为准，不看扩展名；
  写明的文件总会读。.zip 当作目录，其中一个文件写作 甲.zip/乙.txt。文本的编码自动识别：UTF-8、UTF-16、GB18030（含 GBK、GB2312）。
`, `Input:
  %s files, folders that hold them, or patterns such as reports/*.txt; a file may hold several reports. What a file
  is read as is told by its content, not by its ending; a file that is named is always read. A .zip is like a folder, and
  a.zip/b.txt is a file in it. Encodings of text are recognised: UTF-8, UTF-16, GB18030 (with GBK, GB2312).
`), a.endings())
}

const (
	notesZH = `
更正：
  --corrections 的文件是 UTF-8 的 CSV，一行更正一处，以后每次运行都用上，报告改名或移走也一样。表头：
    text_hash,start,end,action,metric,value,high,unit,bound,role,basis,status,time,label,missing,note
  text_hash 照抄 documents.csv 中的，start、end 照抄 facts.csv 中的；action 为 delete（不是数据）、
  change（改填了的列，空格不改，- 为清空）或 add（增加一条，要有 metric 和 value，或 missing=1）。
  其余各列与 facts.csv 同名的列写法相同，value 万、亿乘开；label 须是报告中的词语；note 随意填写。
  前四列以外可以省去不用的列。文件有错时逐处列出，什么也不写；没有用上的行会有警告。

写明：
  --meta 的文件是带表头的 CSV（UTF-8 或 GB18030），写明报告是谁的、哪一期的，以它为准，汇总和找副本都用它。列：
    file（文件）,doc（第几份，空为整个文件）,region（地区）,region_code（代码）,org（单位）,period（报告期）,title（标题）,
    genre（种类）,copy（no 为不是副本）,note（备注）
  file 照 documents.csv 填写，目录以 / 结尾；空格不改，- 为清空；改好的 documents.csv 也可以直接用。
  写到的文件不在输入里、地区有几个同名的，都是错误，逐处列出，什么也不写。

退出状态：
  0    完成
  1    有文件失败（仅在 --strict 下）
  2    用法不对、写明的路径不存在，或更正文件、目录文件有错；什么也没有写
  3    没有可读的报告，或结果写不出
  130  被中断；原有结果不动
`
	notesEN = `
Corrections:
  The file of --corrections is a CSV in UTF-8; a row corrects one place, in every later run, also where the report
  was renamed or moved. Its header:
    text_hash,start,end,action,metric,value,high,unit,bound,role,basis,status,time,label,missing,note
  Copy text_hash from documents.csv, start and end from facts.csv. action is delete (no figure), change (the cells
  that are filled; empty leaves alone, - empties) or add (needs metric and value, or missing=1). The other columns
  are written as in facts.csv, value with 万 and 亿 multiplied out; label is words of the report, note is free.
  Columns after the fourth may be left out. Every error of the file is listed and nothing is written then; rows that
  could not be applied are warned of.

Identities:
  The file of --meta is a CSV with a header (UTF-8 or GB18030) that says whose reports are and of when. It counts first,
  for the sums and for copies as well. Its columns:
    file,doc (empty for the whole file),region,region_code,org,period,title,genre,copy (no: is no copy),note
  file is written as in documents.csv, a folder with / at its end; empty cells leave what was found, - empties it; an
  edited documents.csv will do. A file that is not read or a place of which there are several is an error; all errors
  are listed and nothing is written.

Exit status:
  0    done
  1    a file failed (under --strict only)
  2    wrong usage, a path that does not exist, or errors in the corrections or the catalogue; nothing was written
  3    nothing readable, or the results could not be written
  130  interrupted; old results are as they were
`
)

// flagUsages lists a command's options, their explanations one below the other.
func (a *app) flagUsages(c *cobra.Command) string {
	var rows [][]string
	row := func(f *pflag.Flag) {
		if !f.Hidden {
			rows = append(rows, a.flagUsage(f))
		}
	}
	c.LocalFlags().VisitAll(row)
	if c.HasParent() {
		c.InheritedFlags().VisitAll(row)
	}
	return align(rows, leftward)
}

// flagUsage is an option's name and its explanation, with the default where there is one.
func (a *app) flagUsage(f *pflag.Flag) []string {
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	value, usage := pflag.UnquoteUsage(f)
	if value != "" {
		name += " " + value
	}
	switch standard := strings.Trim(f.DefValue, "[]"); standard {
	case "", "0", "false":
	default:
		usage += fmt.Sprintf(a.say("（默认 %s）", " (default %s)"), standard)
	}
	return []string{name, usage}
}

// leftward is align's: no column ends flush.
func leftward(int) bool { return false }
