/** Pictures a take may be uploaded as, and the largest the server takes, in bytes. */
const PICTURES = ['image/png', 'image/jpeg', 'image/webp'];
const LARGEST = 30 * 1024 * 1024;

/** Ask for a picture file; `onFile` is called when one was chosen. */
export function choosePicture(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = PICTURES.join(',');
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) onFile(file);
  };
  input.click();
}

/** Why a file can't be a take, as a sentence; null when it can. */
export function uploadProblem(file: Pick<File, 'name' | 'type' | 'size'>): string | null {
  if (!PICTURES.includes(file.type)) {
    return `“${file.name}” is not a PNG, JPEG or WebP picture. Nothing was uploaded.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Nothing was uploaded.`;
  if (file.size > LARGEST) {
    return `“${file.name}” has ${megabytes(file.size)}; the most is ${megabytes(LARGEST)}. Nothing was uploaded.`;
  }
  return null;
}

/** The first file of a drop or a paste; null when it holds none. */
export function firstFile(data: Pick<DataTransfer, 'files'> | null): File | null {
  return data?.files[0] ?? null;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
